/**
 * What somebody chooses on the mapping form, and the mapping that this makes. Choices may be unfinished: a column may be
 * missing, an answer may have no meaning yet.
 */
import { DRIVERS } from '../../platform/drivers.js';
import type { Question } from '../imports/mapping.js';
import { PERMISSION_WORDS } from '../imports/permission-words.js';
import type { Encoding } from './text-encoding.js';
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
  unit: { column: string; match: UnitMatch; aliases: { text: string; means: string }[] };
  /** `clock`: the column of the time of day where the date stands in one of its own. */
  time: { column: string; clock: string; format: string; zone: string };
  responseId: string;
  questions: Record<Question, string>;
  meanings: ChosenMeaning[];
  comments: string[];
  /** What texts of the column say about being contacted: 'yes', 'no', or 'none' where nobody said. */
  contact: { column: string; meanings: { text: string; means: string }[] };
  /** How somebody said that the file is written; '' as it says itself. */
  encoding: Encoding | '';
  /** Texts that are no answer to any question; only a mapping by hand has them. */
  ignore: string[];
}

/** By code, by code whose leading zeros a spreadsheet has dropped, or by name. */
export type UnitMatch = 'code' | 'shortCode' | 'name';

/** Columns of customers’ words that the form shows; a mapping by hand may have more. */
export const MOST_COMMENTS = 2;

export const PERMISSIONS: readonly string[] = ['yes', 'no', 'none', ''];

export function noChoices(): Choices {
  return {
    unit: { column: '', match: 'code', aliases: [] },
    time: { column: '', clock: '', format: 'ISO', zone: 'Europe/London' },
    responseId: '',
    questions: Object.fromEntries(QUESTIONS.map((question) => [question, ''])) as Record<Question, string>,
    meanings: [],
    comments: [],
    contact: { column: '', meanings: [] },
    encoding: '',
    ignore: [],
  };
}

/** The mapping document of these choices (ARCHITECTURE.md, "Contracts"); not yet checked. */
export function mappingOf(choices: Choices): object {
  const { unit, time, responseId, questions, comments, contact, ignore } = choices;
  const aliases = Object.fromEntries(
    unit.aliases.filter(({ means }) => means !== '').map((one) => [one.text, one.means]),
  );
  const answer = (question: Question) => ({ column: questions[question], map: scaleOf(choices, question) });
  const drivers = DRIVERS.filter((driver) => questions[driver] !== '').map(
    (driver) => [driver, answer(driver)] as const,
  );
  return {
    unit: {
      ...{ column: unit.column, match: unit.match === 'name' ? 'name' : 'code' },
      ...(unit.match === 'shortCode' ? { zerosLost: true } : {}),
      ...(Object.keys(aliases).length > 0 ? { aliases } : {}),
    },
    time: { column: time.column, ...(time.clock ? { clock: time.clock } : {}), zone: time.zone, format: time.format },
    ...(responseId === '' ? {} : { responseId }),
    ...(questions.ease === '' ? {} : { ease: answer('ease') }),
    ...(questions.emotion === '' ? {} : { emotion: answer('emotion') }),
    ...(drivers.length === 0 ? {} : { drivers: Object.fromEntries(drivers) }),
    ...(comments.some(Boolean) ? { comment: comments.filter(Boolean) } : {}),
    ...(contact.column === '' ? {} : { contact: { column: contact.column, map: permissionsOf(contact) } }),
    ...(ignore.length === 0 ? {} : { ignore }),
  };
}

function permissionsOf({ meanings }: Choices['contact']): Record<string, boolean | null> {
  const decided = meanings.filter(({ means }) => means !== '');
  return Object.fromEntries(decided.map(({ text, means }) => [text, means === 'none' ? null : means === 'yes']));
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
export function choicesOf(saved: Json): Choices {
  const mapping = withoutNulls(saved);
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
      match: unit.match === 'name' ? 'name' : unit.zerosLost === true ? 'shortCode' : 'code',
      aliases: Object.entries((unit.aliases ?? {}) as Record<string, string>).map(([from, means]) => ({
        text: from,
        means,
      })),
    },
    time: {
      ...{ column: columnOf(mapping.time as SavedAnswer), clock: text(time.clock) },
      ...{ format: text(time.format, 'ISO'), zone: text(time.zone, 'Europe/London') },
    },
    responseId: text(mapping.responseId),
    comments: [comment].flat().map((one) => columnOf(one as unknown as SavedAnswer)),
    contact: contactOf(mapping.contact as SavedAnswer | undefined),
    ignore: Array.isArray(mapping.ignore) ? mapping.ignore.map(String) : [],
  };
}

/** By hand, what is not asked may be written as null. */
const withoutNulls = (mapping: Json): Json =>
  Object.fromEntries(Object.entries(mapping).filter(([, value]) => value !== null));

function contactOf(saved: SavedAnswer | undefined): Choices['contact'] {
  if (saved === undefined) return { column: '', meanings: [] };
  const map = (typeof saved === 'string' ? undefined : saved.map) ?? PERMISSION_WORDS;
  const means = (value: unknown) => (value === null ? 'none' : value === true ? 'yes' : 'no');
  return {
    column: columnOf(saved),
    meanings: Object.entries(map).map(([from, value]) => ({ text: from, means: means(value) })),
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
