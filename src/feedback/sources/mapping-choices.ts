/**
 * What somebody chooses on the mapping form, and the mapping that this makes. Choices may be unfinished: a column may be
 * missing, an answer may have no meaning yet.
 */
import { DRIVERS } from '../../platform/drivers.js';
import type { Question } from '../imports/mapping.js';
import { EMOTIONS } from '../../platform/emotions.js';

export const QUESTIONS: readonly Question[] = ['ease', 'emotion', ...DRIVERS];

/** Best first; 'none' is no answer, '' not yet decided. */
export const MEANINGS: readonly string[] = ['5', '4', '3', '2', '1', 'none', ''];

/** A text of the file and what it means: '5' (best) to '1', 'none' for no answer, '' while nobody has said. */
export interface ChosenMeaning {
  question: Question;
  text: string;
  means: string;
}

export interface Choices {
  /** Names of columns are '' where none is chosen. */
  unit: { column: string; match: 'code' | 'name'; aliases: { text: string; means: string }[] };
  time: { column: string; format: string; zone: string };
  responseId: string;
  questions: Record<Question, string>;
  meanings: ChosenMeaning[];
  comments: string[];
}

export function noChoices(): Choices {
  return {
    unit: { column: '', match: 'code', aliases: [] },
    time: { column: '', format: 'ISO', zone: 'Europe/London' },
    responseId: '',
    questions: Object.fromEntries(QUESTIONS.map((question) => [question, ''])) as Record<Question, string>,
    meanings: [],
    comments: [],
  };
}

/** The mapping document of these choices (ARCHITECTURE.md, "Contracts"); not yet checked. */
export function mappingOf(choices: Choices): object {
  const { unit, time, responseId, questions, comments } = choices;
  const aliases = Object.fromEntries(
    unit.aliases.filter(({ means }) => means !== '').map((one) => [one.text, one.means]),
  );
  const answer = (question: Question) => ({ column: questions[question], map: scaleOf(choices, question) });
  const drivers = DRIVERS.filter((driver) => questions[driver] !== '').map(
    (driver) => [driver, answer(driver)] as const,
  );
  return {
    unit: { column: unit.column, match: unit.match, ...(Object.keys(aliases).length > 0 ? { aliases } : {}) },
    time: { column: time.column, zone: time.zone, format: time.format },
    ...(responseId === '' ? {} : { responseId }),
    ...(questions.ease === '' ? {} : { ease: answer('ease') }),
    ...(questions.emotion === '' ? {} : { emotion: answer('emotion') }),
    ...(drivers.length === 0 ? {} : { drivers: Object.fromEntries(drivers) }),
    ...(comments.some(Boolean) ? { comment: comments.filter(Boolean) } : {}),
  };
}

/** An answer without a meaning is left out, so that its rows are rejected rather than guessed. */
function scaleOf({ meanings }: Choices, question: Question): Record<string, number | string | null> {
  const decided = meanings.filter((one) => one.question === question && one.means !== '');
  return Object.fromEntries(decided.map(({ text, means }) => [text, stored(question, means)]));
}

function stored(question: Question, means: string): number | string | null {
  if (means === 'none') return null;
  return question === 'emotion' ? EMOTIONS[5 - Number(means)]! : Number(means);
}

type Json = Record<string, unknown>;
type SavedAnswer = { column: string; map?: Json } | string;

/** The choices that a saved mapping stands for, to go on from. */
export function choicesOf(mapping: Json): Choices {
  const { unit = {}, time = {}, comment = [], drivers = {} } = mapping as Record<string, Json>;
  const asked = { ...drivers, ease: mapping.ease, emotion: mapping.emotion } as Record<string, SavedAnswer | undefined>;
  const start = noChoices();
  for (const question of QUESTIONS) {
    const saved = asked[question];
    if (saved === undefined) continue;
    start.questions[question] = columnOf(saved);
    start.meanings.push(...meaningsOf(question, typeof saved === 'string' ? undefined : saved.map));
  }
  return {
    ...start,
    unit: {
      column: columnOf(mapping.unit as SavedAnswer),
      match: unit.match === 'name' ? 'name' : 'code',
      aliases: Object.entries((unit.aliases ?? {}) as Record<string, string>).map(([from, means]) => ({
        text: from,
        means,
      })),
    },
    time: { column: text(time.column), format: text(time.format, 'ISO'), zone: text(time.zone, 'Europe/London') },
    responseId: text(mapping.responseId),
    comments: [comment].flat().map((one) => columnOf(one as unknown as SavedAnswer)),
  };
}

const columnOf = (saved: SavedAnswer | undefined) => (typeof saved === 'object' ? saved.column : (saved ?? ''));

const text = (value: unknown, fallback = '') => (typeof value === 'string' ? value : fallback);

const FIVE = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 };

function meaningsOf(question: Question, map: Json | undefined): ChosenMeaning[] {
  const worded = Object.fromEntries(EMOTIONS.map((word) => [word, word]));
  return Object.entries(map ?? (question === 'emotion' ? worded : FIVE)).map(([text, value]) => ({
    question,
    text,
    means: chosen(question, value),
  }));
}

function chosen(question: Question, value: unknown): string {
  if (value === null) return 'none';
  if (question !== 'emotion') return String(value);
  return String(typeof value === 'number' ? value + 3 : 5 - EMOTIONS.findIndex((word) => word === value));
}
