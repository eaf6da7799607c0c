/**
 * How one survey programme's columns become ours: the JSON document that a source is imported with (ARCHITECTURE.md,
 * "Contracts"). Here it is read, checked and brought into one shape; what is wrong with it is said in sentences.
 */
import { IANAZone } from 'luxon';
import { DRIVERS, type Driver } from '../../platform/drivers.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { EMOTION_VALUES, EMOTIONS, emotionOf, isEmotion } from '../../platform/emotions.js';
import { PERMISSION_WORDS } from './permission-words.js';
import { readsDays } from './moment.js';
import { plain } from './plain.js';

export type Question = 'ease' | 'emotion' | Driver;

/** A question's column and what each answer means; keys of `values` are `plain` text, null means no answer. */
export interface Answer {
  question: Question;
  column: string;
  values: ReadonlyMap<string, number | null>;
}

export interface Mapping {
  /** `zerosLost`: codes of digits stand without their leading zeros, as a spreadsheet leaves them. */
  unit: { column: string; match: 'code' | 'name'; zerosLost?: boolean; aliases: ReadonlyMap<string, string> };
  /** `clock`: the column of the time of day where the date stands in one of its own. */
  time: { column: string; clock: string | null; zone: string; format: string };
  responseId: string | null;
  answers: readonly Answer[];
  comments: readonly string[];
  /** Whether a customer may be asked further: what each text means; null where no column says so. */
  contact: { column: string; values: ReadonlyMap<string, boolean | null> } | null;
  /** Cells with one of these texts (`plain`) hold no answer, whatever the question. */
  ignore: ReadonlySet<string>;
}

/** The mapping is wrong; one sentence for each thing to put right. */
export class MappingInvalid extends RuleBroken {
  constructor(readonly sentences: readonly string[]) {
    super(t('The mapping can’t be used. {sentences}', { sentences: sentences.join(' ') }));
  }
}

type Json = Record<string, unknown>;

/**
 * The JSON of a mapping file, not yet checked.
 * @throws MappingInvalid
 */
export function readMappingFile(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new MappingInvalid([t('It isn’t JSON: check for a missing comma, bracket or quotation mark.')]);
  }
}

/** @throws MappingInvalid */
export function parseMapping(json: unknown): Mapping {
  const problems: string[] = [];
  if (!isObject(json)) throw new MappingInvalid([t('It must be one JSON object with at least "unit" and "time".')]);
  const mapping: Mapping = {
    unit: parseUnit(json.unit, problems),
    time: parseTime(json.time, problems),
    responseId: json.responseId === undefined ? null : columnOf(json.responseId, 'responseId', problems),
    answers: parseAnswers(json, problems),
    comments: parseComments(json.comment, problems),
    contact: parseContact(json.contact, problems),
    ignore: parseIgnore(json.ignore, problems),
  };
  const unknown = Object.keys(json).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0)
    problems.push(
      t('"{unknown}" is not part of a mapping; it takes {keys}.', {
        unknown: unknown.join('", "'),
        keys: KEYS.join(', '),
      }),
    );
  if (holdsNull(json)) problems.push(t('It holds a null character, \\u0000, which can’t be stored.'));
  if (problems.length > 0) throw new MappingInvalid(problems);
  return mapping;
}

function holdsNull(json: Json): boolean {
  return JSON.stringify(json).includes('\\u0000');
}

/** Every column that the mapping names, in a fixed order: all that is read of a file. */
export function columnsOf(mapping: Mapping): string[] {
  const { unit, time, responseId, answers, comments, contact } = mapping;
  const all = [unit.column, time.column, time.clock, responseId, ...answers.map(({ column }) => column), ...comments];
  if (contact) all.push(contact.column);
  return [...new Set(all.filter((column) => column !== null))];
}

const KEYS = ['unit', 'time', 'responseId', 'ease', 'emotion', 'drivers', 'comment', 'contact', 'ignore'];

function parseUnit(json: unknown, problems: string[]): Mapping['unit'] {
  const unit = isObject(json) ? json : {};
  const match = unit.match ?? 'code';
  if (match !== 'code' && match !== 'name') problems.push(t('unit.match must be "code" or "name".'));
  const aliases = unit.aliases ?? {};
  const usable = isObject(aliases) && Object.values(aliases).every((target) => typeof target === 'string');
  if (!usable) problems.push(t('unit.aliases must give each name in the file the code or name of a unit.'));
  return {
    column: columnOf(json, 'unit', problems),
    match: match === 'name' ? 'name' : 'code',
    ...parseZeros(unit.zerosLost, problems),
    aliases: new Map(usable ? Object.entries(aliases).map(([from, to]) => [plain(from), String(to)]) : []),
  };
}

function parseZeros(json: unknown, problems: string[]): { zerosLost?: true } {
  if (json !== undefined && typeof json !== 'boolean') problems.push(t('unit.zerosLost must be true or false.'));
  return json === true ? { zerosLost: true } : {};
}

function parseTime(json: unknown, problems: string[]): Mapping['time'] {
  const time = isObject(json) ? json : {};
  const { zone = 'Europe/London', format = 'ISO' } = time;
  if (typeof zone !== 'string' || !IANAZone.isValidZone(zone)) {
    problems.push(t('time.zone must be a time zone such as "Europe/London" or "UTC".'));
  }
  if (typeof format !== 'string' || !readsDays(format)) {
    problems.push(t('time.format must be "ISO" or a pattern with day, month and year, such as "dd/MM/yyyy HH:mm".'));
  }
  const clock = time.clock === undefined || time.clock === null ? null : columnOf(time.clock, 'time.clock', problems);
  return { column: columnOf(json, 'time', problems), clock, zone: String(zone), format: String(format) };
}

function parseAnswers(json: Json, problems: string[]): Answer[] {
  const drivers = json.drivers ?? {};
  if (!isObject(drivers))
    problems.push(t('drivers must be an object with any of {drivers}.', { drivers: DRIVERS.join(', ') }));
  const asked: Json = { ease: json.ease, emotion: json.emotion, ...(isObject(drivers) ? drivers : {}) };
  const unknown = Object.keys(asked).filter((key) => !(QUESTIONS as readonly string[]).includes(key));
  unknown.forEach((key) =>
    problems.push(t('"{key}" is not one of the six drivers: {drivers}.', { key, drivers: DRIVERS.join(', ') })),
  );
  const questions = QUESTIONS.filter((question) => asked[question] !== undefined);
  if (questions.length === 0) problems.push(t('Map at least one question: ease, emotion or a driver.'));
  return questions.map((question) => parseAnswer(question, asked[question], problems));
}

const QUESTIONS = ['ease', 'emotion', ...DRIVERS] as const;

function parseAnswer(question: Question, json: unknown, problems: string[]): Answer {
  const name = question === 'ease' || question === 'emotion' ? question : `drivers.${question}`;
  const map = (isObject(json) ? json.map : undefined) ?? (question === 'emotion' ? EMOTION_VALUES : ONE_TO_FIVE);
  const values = new Map<string, number | null>();
  if (!isObject(map)) problems.push(t('{name}.map must give each answer in the file its meaning.', { name }));
  for (const [text, meaning] of Object.entries(isObject(map) ? map : {})) {
    const value = question === 'emotion' ? emotionValue(meaning) : scaleValue(meaning);
    if (value === undefined) problems.push(sayMeaning(question, name, text, JSON.stringify(meaning)));
    else values.set(plain(text), value);
  }
  return { question, column: columnOf(json, name, problems), values };
}

const ONE_TO_FIVE = { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 };

function sayMeaning(question: Question, name: string, text: string, meaning: string): string {
  return question === 'emotion'
    ? t('{name}.map says “{text}” means {meaning}; use one of {emotions}, or null for no answer.', {
        ...{ name, text, meaning, emotions: EMOTIONS.join(', ') },
      })
    : t('{name}.map says “{text}” means {meaning}; use a whole number from 1 to 5, or null for no answer.', {
        ...{ name, text, meaning },
      });
}

function emotionValue(meaning: unknown): number | null | undefined {
  if (meaning === null) return null;
  if (isEmotion(meaning)) return EMOTION_VALUES[meaning];
  return typeof meaning === 'number' && emotionOf(meaning) ? meaning : undefined;
}

function scaleValue(meaning: unknown): number | null | undefined {
  if (meaning === null) return null;
  return typeof meaning === 'number' && [1, 2, 3, 4, 5].includes(meaning) ? meaning : undefined;
}

/** One column, or several whose texts belong together: `"what"`, `{"column": "what"}` or a list of either. */
function parseComments(json: unknown, problems: string[]): string[] {
  if (json === undefined || json === null) return [];
  return (Array.isArray(json) ? json : [json]).map((entry: unknown) => columnOf(entry, 'comment', problems));
}

function parseContact(json: unknown, problems: string[]): Mapping['contact'] {
  if (json === undefined || json === null) return null;
  const map = (isObject(json) ? json.map : undefined) ?? PERMISSION_WORDS;
  const usable =
    isObject(map) && Object.values(map).every((meaning) => meaning === null || typeof meaning === 'boolean');
  if (!usable) problems.push(t('contact.map must say true, false or null (nobody said) for each text in the file.'));
  const values = new Map(usable ? Object.entries(map as Record<string, boolean | null>) : []);
  return {
    column: columnOf(json, 'contact', problems),
    values: new Map([...values].map(([text, meaning]) => [plain(text), meaning])),
  };
}

function parseIgnore(json: unknown, problems: string[]): Set<string> {
  if (json === undefined || json === null) return new Set();
  if (Array.isArray(json) && json.every((text) => typeof text === 'string')) return new Set(json.map(plain));
  problems.push(t('ignore must be a list of texts that mean "no answer", such as ["N/A"].'));
  return new Set();
}

function columnOf(json: unknown, name: string, problems: string[]): string {
  const column = typeof json === 'string' ? json : isObject(json) ? json.column : undefined;
  if (typeof column === 'string' && column.trim() !== '') return column.trim();
  problems.push(t('{name} needs the name of its column in the file.', { name }));
  return '';
}

function isObject(json: unknown): json is Json {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}
