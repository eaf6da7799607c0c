/** How a module says in a few lines what it holds about a person: a statement, and words for its columns. */
import type { Database } from '../database/database.js';
import { isIsoDate } from '../dates.js';
import { t } from '../language/t.js';
import { sayFullDate, sayMoment } from '../say.js';
import type { PersonalDataSource } from './personal-data.js';

type Cell = string | number | null;

export interface PersonalSheet {
  kind: string;
  /** Marked with `msg`, as all words here. */
  title: string;
  purpose: string;
  covers: readonly string[];
  /** The rows of the person $1; a column for each key of `columns`. */
  sql: string;
  /** From the statement's column to its heading, in the order of the page. */
  columns: Readonly<Record<string, string>>;
  /** Words for the values of a column: from what is stored to what is said. What is not in it is said as it is. */
  words?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** How the values of a column are said where a table of words does not do. */
  says?: Readonly<Record<string, (value: string) => string>>;
}

type Row = Record<string, unknown>;

/** The sheet as a source for the registry. */
export function personalSheet(db: Pick<Database, 'stream'>, sheet: PersonalSheet): PersonalDataSource {
  const columns = Object.entries(sheet.columns);
  async function* rows(personId: number) {
    for await (const row of db.stream<Row>(sheet.sql, [personId])) {
      yield Object.fromEntries(columns.map(([name, heading]) => [t(heading), cellOf(sheet, name, row[name])]));
    }
  }
  return {
    kind: sheet.kind,
    title: () => t(sheet.title),
    purpose: () => t(sheet.purpose),
    covers: sheet.covers,
    headings: () => columns.map(([, heading]) => t(heading)),
    rows,
  };
}

function cellOf({ words, says }: PersonalSheet, name: string, value: unknown): Cell {
  const special = says?.[name];
  return special && typeof value === 'string' ? special(value) : say(value, words?.[name]);
}

/** Moments and days are written out, yes and no are words, lists are joined; what is nested stays as it was stored. */
export function say(value: unknown, words: Readonly<Record<string, string>> = {}): Cell {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return sayMoment(value);
  if (typeof value === 'boolean') return value ? t('Yes') : t('No');
  if (typeof value === 'number') return value;
  if (Array.isArray(value)) return value.map((item) => say(item, words) ?? '').join(', ');
  if (typeof value === 'string') return sayText(value, words);
  return JSON.stringify(value);
}

function sayText(text: string, words: Readonly<Record<string, string>>): string {
  const known = words[text];
  if (known !== undefined) return t(known);
  return isIsoDate(text) ? sayFullDate(text) : text;
}
