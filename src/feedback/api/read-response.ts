/** One response as a program sent it, turned into the line of a file, or into the reason why it cannot be. */
import { DRIVERS } from '../../platform/drivers.js';
import { EMOTIONS } from '../../platform/emotions.js';
import { FIELDS, HEADING } from './api-mapping.js';

/** Where in the response, as a JSON pointer ('' is the response itself), and why. */
export interface Misfit {
  pointer: string;
  reason: string;
}

/** @returns cells in the order of `HEADING` */
export function readResponse(raw: unknown): { cells: string[] } | { misfit: Misfit } {
  if (!isObject(raw)) return misfit('', 'A response is an object.');
  const { drivers } = raw;
  if (drivers !== undefined && drivers !== null && !isObject(drivers)) {
    return misfit('/drivers', `Give an object with any of ${DRIVERS.join(', ')}.`);
  }
  const wrong =
    unknownField(raw, drivers ?? {}) ??
    wrongText(raw) ??
    wrongScore(raw, drivers ?? {}) ??
    wrongEmotion(raw) ??
    wrongPermission(raw);
  if (wrong) return { misfit: wrong };
  return { cells: HEADING.map((column) => cellOf(valueAt(raw, column))) };
}

function unknownField(raw: Fields, drivers: Fields): Misfit | null {
  const field = Object.keys(raw).find((name) => !(FIELDS as readonly string[]).includes(name));
  if (field !== undefined)
    return at(`/${escaped(field)}`, `A response has no such field; it takes ${FIELDS.join(', ')}.`);
  const driver = Object.keys(drivers).find((name) => !(DRIVERS as readonly string[]).includes(name));
  return driver === undefined ? null : at(`/drivers/${escaped(driver)}`, `The drivers are ${DRIVERS.join(', ')}.`);
}

function wrongText(raw: Fields): Misfit | null {
  for (const field of ['responseId', 'unit', 'at'] as const) {
    const value = raw[field];
    if (typeof value !== 'string' || value.trim() === '') return at(`/${field}`, 'This is needed, as text.');
    if (value.length > LONGEST_TEXT) return at(`/${field}`, `Shorten this to ${LONGEST_TEXT} characters.`);
    if (/\p{Cc}|\p{Cs}/u.test(value)) return at(`/${field}`, 'This holds a character that can’t be stored.');
  }
  const { comment } = raw;
  return comment === undefined || comment === null || typeof comment === 'string'
    ? null
    : at('/comment', 'Give text, or null.');
}

function wrongScore(raw: Fields, drivers: Fields): Misfit | null {
  const scores = [['/ease', raw.ease], ...Object.entries(drivers).map(([name, value]) => [`/drivers/${name}`, value])];
  const wrong = scores.find(([, value]) => !isScore(value));
  return wrong ? at(String(wrong[0]), 'Give a whole number from 1 to 5, or null for no answer.') : null;
}

function wrongEmotion({ emotion }: Fields): Misfit | null {
  const known = emotion === undefined || emotion === null || (EMOTIONS as readonly unknown[]).includes(emotion);
  return known ? null : at('/emotion', `Give one of ${EMOTIONS.join(', ')}, or null for no answer.`);
}

function wrongPermission({ mayContact }: Fields): Misfit | null {
  const known = mayContact === undefined || mayContact === null || typeof mayContact === 'boolean';
  return known ? null : at('/mayContact', 'Give true or false, or null when nobody said.');
}

const LONGEST_TEXT = 200;

const isScore = (value: unknown) =>
  value === undefined || value === null || (typeof value === 'number' && [1, 2, 3, 4, 5].includes(value));

function valueAt(raw: Fields, column: string): unknown {
  const [field = '', inner] = column.split('/');
  const value = own(raw, field);
  return inner === undefined ? value : isObject(value) ? own(value, inner) : undefined;
}

/** Never what an object inherits, whatever the names in a body are. */
const own = (fields: Fields, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** Half a pair of surrogates, which PostgreSQL could not store, becomes the replacement character. */
function cellOf(value: unknown): string {
  return value === undefined || value === null ? '' : Buffer.from(String(value)).toString();
}

/** RFC 6901. */
const escaped = (name: string) => name.slice(0, 40).replaceAll('~', '~0').replaceAll('/', '~1');

const at = (pointer: string, reason: string): Misfit => ({ pointer, reason });
const misfit = (pointer: string, reason: string) => ({ misfit: { pointer, reason } });

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
