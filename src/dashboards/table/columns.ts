/** The columns of a table of places: which there are, in which order they stand, and which of them somebody chose. */
import { type Driver, DRIVER_NAMES, DRIVERS, isDriver } from '../../platform/drivers.js';
import { msg } from '../../platform/language/t.js';

export const COLUMNS = [
  'completion',
  'overdue',
  'courses',
  'ease',
  'fair',
  'change',
  'emotion',
  'net',
  ...DRIVERS,
  'weakest',
  'responses',
  'comments',
  'next',
] as const;
export type Column = (typeof COLUMNS)[number];

/** What stands there until somebody chooses. */
export const USUAL_COLUMNS: readonly Column[] = ['completion', 'ease', 'emotion', 'weakest', 'responses', 'next'];

type Plain = Exclude<Column, Driver>;

const NAMES: Record<Plain, string> = {
  completion: msg('Assigned completion'),
  overdue: msg('Overdue'),
  courses: msg('Course completion'),
  ease: msg('Ease'),
  fair: msg('Fair ease score'),
  change: msg('Change in ease'),
  emotion: msg('Emotion'),
  net: msg('Net emotion'),
  weakest: msg('Driver to work on'),
  responses: msg('Responses'),
  comments: msg('Comments'),
  next: msg('Worth doing'),
};

/** An English message for `t()`. */
export const columnName = (column: Column): string => (isDriver(column) ? DRIVER_NAMES[column] : NAMES[column]);

/**
 * Reads `?columns=ease.net` and `?columns=ease&columns=net`, as a form of tick boxes writes it. Always in their own order,
 * so that the same choice is the same address; null where nothing known was chosen, and where the choice is the usual one.
 */
export function readColumns(asked: unknown): readonly Column[] | null {
  const named = [asked].flat().flatMap((one) => (typeof one === 'string' ? one.split('.') : []));
  const chosen = COLUMNS.filter((column) => named.includes(column));
  const usual = chosen.length === USUAL_COLUMNS.length && chosen.every((column) => USUAL_COLUMNS.includes(column));
  return chosen.length === 0 || usual ? null : chosen;
}
