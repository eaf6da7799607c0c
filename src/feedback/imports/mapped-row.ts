/** One line of a survey file turned into a response, or into the reason why it can't be. */
import { londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { mask } from '../comments/masking.js';
import { isShortened, sayShortened, sayUnknownAnswer } from './answer-faults.js';
import { keptName, reasonAbout } from './kept-words.js';
import { type Answer, columnsOf, type Mapping, type Question } from './mapping.js';
import type { MergedUnit } from './merged-answers.js';
import { plain } from './plain.js';
import { quickMoments } from './quick-moments.js';
import { remembered } from './remembered.js';
import type { FindUnit } from './unit-finder.js';

/** A response ready to be stored, except for its key. `identity` is its own id or, without one, its mapped texts. */
export interface MappedRow {
  unitId: number;
  answeredAt: Date;
  answers: Partial<Record<Question, number>>;
  comment: string | null;
  /** Whether the customer may be asked further; null when nobody said. */
  mayContact: boolean | null;
  identity: string;
  /** The file named a unit that had merged into this one. */
  merged?: MergedUnit | undefined;
}

/** Why a line was left out; `column` is the column of the file that is at fault. */
export interface Reject {
  column: string;
  reason: string;
  /** No customer gave the line, and nothing about it is to be put right: it is counted apart. */
  isTest?: true;
}

export type MapRow = (cells: readonly string[]) => { row: MappedRow } | { reject: Reject };

const LONGEST_COMMENT = 4000;

/** A survey programme's clock may stand in another zone than its mapping says. */
const CLOCKS_DIFFER_MS = 24 * 3_600_000;

/** A mapper for a file with this heading. All columns of the mapping must be in the heading. Nobody answers after `now`. */
export function rowMapper(mapping: Mapping, heading: readonly string[], findUnit: FindUnit, now: Date): MapRow {
  const read = quickMoments(mapping.time.format, mapping.time.zone);
  const readAnswers = answersReader(mapping);
  const place = new Map(columnsOf(mapping).map((column) => [column, heading.indexOf(column)]));
  const { unit, time, responseId } = mapping;
  return (cells) => {
    const cell = (column: string) => cellText(cells[place.get(column) ?? -1]);
    if (!fits(cells, heading)) return reject('', wrongWidth(cells.length, heading.length));
    const unnamed = responseId && faultOfId(cell(responseId));
    if (unnamed) return reject(responseId, unnamed);
    const when = time.clock === null ? cell(time.column) : `${cell(time.column)} ${cell(time.clock)}`.trim();
    const answeredAt = read(when);
    if (!answeredAt) return reject(time.column, badTime(keptName(when), time.format));
    if (answeredAt.getTime() > now.getTime() + CLOCKS_DIFFER_MS) return reject(time.column, notYet(when));
    const named = cell(unit.column);
    const found = findUnit(named, londonDate(answeredAt));
    if ('reason' in found) return reject(unit.column, reasonAbout(named, found.reason));
    const answers = readAnswers(cell);
    if ('reject' in answers) return answers;
    const contact = readContact(mapping, cell);
    if ('reject' in contact) return contact;
    const identity = responseId ? cell(responseId) : JSON.stringify([...place.keys()].map(cell));
    const comment = readComment(mapping.comments.map(cell));
    return { row: { ...found, answeredAt, answers: answers.given, comment, ...contact, identity } };
  };
}

function faultOfId(text: string): string | null {
  if (text === '') return t('The response id is empty.');
  return isShortened(text) ? sayShortened(text) : null;
}

/** Some exports end their lines, or only their heading, with separators that nothing follows. */
function fits(cells: readonly string[], heading: readonly string[]): boolean {
  if (cells.length === heading.length) return true;
  const extra = cells.slice(heading.length).every((cell) => cell.trim() === '');
  return extra && heading.slice(cells.length).every((name) => name === '');
}

/** The columns at fault are named; the texts of the mapped columns go to the rejects file, nothing else does. */
export function mappedTexts(mapping: Mapping, heading: readonly string[], cells: readonly string[]): string[] {
  const names = new Set([mapping.responseId, mapping.unit.column, mapping.time.column, mapping.time.clock]);
  return columnsOf(mapping).map((column) => {
    const text = cells[heading.indexOf(column)] ?? '';
    return names.has(column) ? keptName(text) : mask(text);
  });
}

const cellText = (text = '') => (text.includes('\0') ? text.replaceAll('\0', '') : text).trim();

/** Customers give the same few answers a million times: what a text means is worked out once. */
function answersReader({ answers, ignore }: Mapping) {
  const readers = answers.map((answer) => ({ answer, meaning: remembered((text) => meaningOf(answer, ignore, text)) }));
  return (cell: (column: string) => string) => {
    const given: Partial<Record<Question, number>> = {};
    for (const { answer, meaning } of readers) {
      const value = meaning(cell(answer.column));
      if (value === undefined) return reject(answer.column, sayUnknownAnswer(answer, mask(cell(answer.column))));
      if (value !== null) given[answer.question] = value;
    }
    return { given };
  };
}

/** Null: no answer; undefined: nobody knows. */
function meaningOf({ values }: Answer, ignore: Mapping['ignore'], words: string): number | null | undefined {
  const text = plain(words);
  if (text === '' || ignore.has(text)) return null;
  return values.get(text) ?? values.get(withoutDecimals(text)) ?? (values.has(text) ? null : undefined);
}

/** A word that nobody has said the meaning of is never taken for permission. */
function readContact({ contact, ignore }: Mapping, cell: (column: string) => string) {
  if (contact === null) return { mayContact: null };
  const text = plain(cell(contact.column));
  const mayContact = text === '' || ignore.has(text) ? null : contact.values.get(text);
  return mayContact === undefined ? reject(contact.column, noPermission(mask(cell(contact.column)))) : { mayContact };
}

/** Spreadsheets write the whole number 4 as 4.0; three noughts may be thousands, and are left alone. */
function withoutDecimals(text: string): string {
  return text.replace(/^(-?\d+)(?:[.,]0{1,2}|\.0{4,})$/, '$1');
}

function readComment(parts: readonly string[]): string | null {
  const text = mask(parts.filter((part) => part !== '').join('\n'));
  if (text === '') return null;
  return text.length <= LONGEST_COMMENT ? text : [...text].slice(0, LONGEST_COMMENT).join('');
}

function noPermission(text: string): string {
  return t('“{text}” says neither yes nor no to being contacted: the mapping does not know it.', { text });
}

function badTime(text: string, format: string): string {
  if (text === '') return t('The time is empty.');
  return format.toUpperCase() === 'ISO'
    ? t('“{text}” is not a date and time between 2000 and 2100.', { text })
    : t('“{text}” is not a date and time like {format} between 2000 and 2100.', { text, format });
}

function notYet(text: string): string {
  return t('“{text}” has not come yet. Check the year, and which of the numbers is the month.', { text });
}

function wrongWidth(cells: number, columns: number): string {
  return t('The line has {cells} cells and the heading has {columns}.', {
    cells: String(cells),
    columns: String(columns),
  });
}

function reject(column: string, reason: string): { reject: Reject } {
  return { reject: { column, reason } };
}
