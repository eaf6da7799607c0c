/**
 * Which column of a file of values is what. Long: a line for each place and period. Wide: a line for each place, and a column
 * for each period.
 */
import { RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { sayList } from '../../../platform/say.js';
import type { Metric } from '../metric.js';
import { isPeriodFormat, periodReader } from './period-format.js';

export interface ValueMapping {
  form: 'long' | 'wide';
  /** '' where the metric is of the whole network. */
  place: string;
  match: 'code' | 'name';
  /** Of a long file; '' otherwise. */
  time: string;
  /** How periods are written: in the column of a long file, above the columns of a wide one. */
  format: string;
  /** Of a long file; '' otherwise. */
  value: string;
  /** Of an average; '' otherwise. */
  weight: string;
}

export const NO_MAPPING: ValueMapping = {
  ...{ form: 'long', place: '', match: 'code', time: '', format: 'ISO', value: '', weight: '' },
};

/** @throws RuleBroken when it is not one */
export function readValueMapping(json: unknown): ValueMapping {
  if (typeof json !== 'object' || json === null) throw new RuleBroken(t('The mapping must be one JSON object.'));
  const fields = json as Record<string, unknown>;
  const text = (name: keyof ValueMapping) => (typeof fields[name] === 'string' ? fields[name] : NO_MAPPING[name]);
  const mapping = {
    ...{ form: fields.form === 'wide' ? 'wide' : 'long', match: fields.match === 'name' ? 'name' : 'code' },
    ...{
      place: text('place'),
      time: text('time'),
      format: text('format'),
      value: text('value'),
      weight: text('weight'),
    },
  } as ValueMapping;
  if (!isPeriodFormat(mapping.format))
    throw new RuleBroken(t('“{format}” is no way of writing days that we know.', { format: mapping.format }));
  return mapping;
}

/** A file's columns as its values are read from them; positions from 0. */
export interface Columns {
  place: number | null;
  time: number | null;
  value: number | null;
  weight: number | null;
  /** Of a wide file: each column with the first day of its period. */
  periods: { at: number; startsOn: string }[];
}

/** The columns of a heading, or a sentence about what is missing. */
export function columnsIn(heading: readonly string[], mapping: ValueMapping, metric: Metric): Columns | string {
  const named = needed(mapping, metric);
  const open = named.filter(([, column]) => column === '').map(([what]) => what);
  if (open.length > 0) return t('Choose the column of: {what}.', { what: sayList(open) });
  const missing = named.map(([, column]) => column).filter((column) => !heading.includes(column));
  if (missing.length > 0)
    return t('The file has no column {lacks}.', { lacks: sayList(missing.map((column) => `“${column}”`)) });
  if (mapping.form === 'wide' && metric.kind === 'average')
    return t('An average needs a weight beside each value: use a file with a line for each place and period.');
  const at = (column: string) => (column === '' ? null : heading.indexOf(column));
  const periods = mapping.form === 'wide' ? periodsIn(heading, mapping, metric) : [];
  if (mapping.form === 'wide' && periods.length === 0)
    return t('No column is headed by a day or another period. Choose how they are written.');
  const place = metric.level === 'network' ? null : at(mapping.place);
  const long = mapping.form === 'long';
  const weight = metric.kind === 'average' ? at(mapping.weight) : null;
  return { place, time: long ? at(mapping.time) : null, value: long ? at(mapping.value) : null, weight, periods };
}

function needed(mapping: ValueMapping, metric: Metric): [what: string, column: string][] {
  return [
    ...(metric.level === 'network' ? [] : [[t('Place'), mapping.place] as [string, string]]),
    ...(mapping.form === 'wide'
      ? []
      : ([
          [t('Period'), mapping.time],
          [t('Value'), mapping.value],
        ] as [string, string][])),
    ...(metric.kind === 'average' && mapping.form === 'long'
      ? [[t('Weight'), mapping.weight] as [string, string]]
      : []),
  ];
}

function periodsIn(heading: readonly string[], { format, place }: ValueMapping, { grain }: Metric) {
  const read = periodReader(format, grain);
  return heading.flatMap((text, at) => {
    const startsOn = text === place ? null : read(text);
    return startsOn === null ? [] : [{ at, startsOn }];
  });
}
