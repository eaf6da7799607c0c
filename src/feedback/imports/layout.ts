/**
 * How many rows of a survey file are its heading, and what its columns are called. Most files have one; Qualtrics writes
 * three (names, questions, JSON with an `ImportId` that stays when a question is reworded), its old exports two, and
 * SurveyMonkey two. Told from the first rows alone.
 */
import { plain } from './plain.js';

export interface Layout {
  kind: 'plain' | 'qualtrics' | 'qualtricsLegacy' | 'surveyMonkey';
  headerRows: number;
  /** What a mapping calls the columns, in the order of the file; those of one name are numbered, “Score (1)”, “Score (2)”. */
  keys: string[];
  /** The names of the first row, which a mapping may use instead. */
  tags: string[];
  /** For people: name and question. */
  labels: string[];
  /** The rows of the heading as they stand: where files were put together they come again further down. */
  rows: string[][];
  /** The zone of the file's times, when it says so. */
  zone: string | null;
}

/** @param rows the first three of a file, or as many as it has */
export function layoutOf(rows: readonly (readonly string[])[]): Layout {
  const trimmed = rows.map((row) => row.map((cell) => cell.trim()));
  const [first = [], second = [], third = []] = trimmed;
  const found = qualtrics(first, second, third) ??
    legacy(first, second) ??
    surveyMonkey(first, second) ?? {
      ...{ kind: 'plain', headerRows: 1, zone: null },
      ...{ keys: first, tags: first, labels: first },
    };
  const labels = numbered(found.labels.map(oneLine));
  return { ...found, keys: numbered(found.keys), labels, rows: trimmed.slice(0, found.headerRows) };
}

type Found = Omit<Layout, 'rows'>;

/** A survey may ask the same thing twice; which of the two is meant has to be said. */
function numbered(names: readonly string[]): string[] {
  const all = new Map<string, number>();
  for (const name of names) all.set(name, (all.get(name) ?? 0) + 1);
  const times = new Map<string, number>();
  return names.map((name) => {
    if (name === '' || all.get(name) === 1) return name;
    times.set(name, (times.get(name) ?? 0) + 1);
    return `${name} (${times.get(name)})`;
  });
}

/** The heading that knows these columns; the layout's own where neither does. */
export function headingFor({ keys, tags }: Layout, columns: readonly string[]): string[] {
  const known = (heading: readonly string[]) => columns.every((column) => heading.includes(column));
  const found = [keys, tags, alike(keys, columns), alike(tags, columns)].find(known);
  return found ?? keys;
}

/** The heading as the mapping calls it where only capitals, line breaks or double spaces differ. */
function alike(heading: readonly string[], columns: readonly string[]): string[] {
  const names = new Map(columns.filter((column) => !heading.includes(column)).map((column) => [plain(column), column]));
  return heading.map((name) => names.get(plain(name)) ?? name);
}

function qualtrics(tags: string[], questions: string[], third: readonly string[]): Found | null {
  const ids = third.map(importId);
  const named = ids.filter((id) => id !== null);
  if (named.length === 0 || named.length < tags.length / 2) return null;
  const bare = ids.map((id, at) => id?.name ?? tags[at] ?? '');
  const keys = ids.map((id, at) => (isRepeated(bare, at) && id?.choice ? `${bare[at]}_${id.choice}` : bare[at]!));
  const zone = named.find((id) => id.zone !== null)?.zone ?? null;
  return { kind: 'qualtrics', headerRows: 3, keys, tags, labels: joined(tags, questions), zone };
}

function importId(cell: string): { name: string; choice: string | null; zone: string | null } | null {
  if (!cell.startsWith('{')) return null;
  try {
    const { ImportId, choiceId, timeZone } = JSON.parse(cell) as Record<string, unknown>;
    if (typeof ImportId !== 'string') return null;
    return { name: ImportId, choice: textOf(choiceId), zone: textOf(timeZone) };
  } catch {
    return null;
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null);

const isRepeated = (names: readonly string[], at: number) =>
  names.indexOf(names[at]!) !== names.lastIndexOf(names[at]!);

function legacy(tags: string[], questions: string[]): Found | null {
  if (tags[0] !== 'V1' || questions[0]?.toLowerCase() !== 'responseid') return null;
  const keys = tags.map((tag, at) => (/^V\d+$/.test(tag) ? (questions[at] ?? tag) : tag));
  return { kind: 'qualtricsLegacy', headerRows: 2, keys, tags, labels: joined(keys, questions), zone: null };
}

/** A question with several columns is named once; the row below says which of its answers a column holds. */
function surveyMonkey(tags: string[], parts: string[]): Found | null {
  if (!/^respondent ?id$/i.test(tags[0] ?? '') || parts[0] !== '' || parts.every((part) => part === '')) return null;
  let question = '';
  const keys = tags.map((tag, at) => {
    question = tag || question;
    const part = parts[at] ?? '';
    return part === '' || /^(response|open-ended response)$/i.test(part) ? question : `${question}: ${part}`;
  });
  return { kind: 'surveyMonkey', headerRows: 2, keys, tags, labels: keys, zone: null };
}

function joined(names: readonly string[], questions: readonly string[]): string[] {
  return names.map((name, at) => {
    const question = (questions[at] ?? '').replace(/\s+/g, ' ').trim();
    return question === '' || question === name ? name : `${name}: ${question}`;
  });
}

const LONGEST_LABEL = 80;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_LABEL ? `${line.slice(0, LONGEST_LABEL - 1)}…` : line;
}
