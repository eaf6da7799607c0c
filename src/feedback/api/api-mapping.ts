/**
 * The fields of a response sent to the API, in the terms of a survey file: each response is one line, so that answers
 * by file and by API go through the same rules.
 */
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { parseMapping } from '../imports/mapping.js';

export const FIELDS = ['responseId', 'unit', 'at', 'ease', 'emotion', 'drivers', 'comment', 'mayContact'] as const;

const DRIVER_COLUMNS: Record<Driver, string> = Object.fromEntries(
  DRIVERS.map((driver) => [driver, `drivers/${driver}`]),
) as Record<Driver, string>;

/** Kept with the source, as the mapping of a file is. */
export const API_MAPPING = {
  responseId: 'responseId',
  unit: { column: 'unit', match: 'code' },
  time: { column: 'at', zone: 'Europe/London', format: 'ISO' },
  ease: { column: 'ease' },
  emotion: { column: 'emotion' },
  drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, { column: DRIVER_COLUMNS[driver] }])),
  comment: 'comment',
  contact: { column: 'mayContact', map: { true: true, false: false } },
};

export const MAPPING = parseMapping(API_MAPPING);

/** The columns, each named by the pointer of its field within a response. */
export const HEADING = [
  'responseId',
  'unit',
  'at',
  'ease',
  'emotion',
  'comment',
  'mayContact',
  ...Object.values(DRIVER_COLUMNS),
];
