/** The values of one line of a file, each good or with the reason why not. */
import type { IsoDate } from '../../../platform/dates.js';
import { t } from '../../../platform/language/t.js';
import { sayNumber } from '../../../platform/say.js';
import { excerpt } from '../../../network/imports/codes.js';
import type { Metric } from '../metric.js';
import type { FindPlace } from '../values/find-place.js';
import type { StagedValue } from '../values/landing.queries.js';
import { NamedBefore } from '../values/named-before.js';
import { periodProblem, readNumber, valueProblem, weightProblem } from '../values/value-rule.js';
import { periodReader } from './period-format.js';
import type { Columns, ValueMapping } from './value-mapping.js';

export interface RejectedValue {
  line: number;
  /** Place of the column from 0; null when it is about the whole line. */
  column: number | null;
  reason: string;
}

/** A good value with the line on which it stands. */
export type FileValue = StagedValue & { line: number };

export type ReadLine = (line: { line: number; cells: readonly string[] }) => (FileValue | RejectedValue)[];

export const isRejected = (one: FileValue | RejectedValue): one is RejectedValue => 'reason' in one;

/**
 * A reader for the lines of one file in their order: of a place and period that comes twice the first counts. Cells of a wide
 * file may be empty: nobody reported.
 */
export function lineReader(
  metric: Metric,
  mapping: ValueMapping,
  columns: Columns,
  find: FindPlace,
  today: IsoDate,
): ReadLine {
  const period = periodReader(mapping.format, metric.grain);
  const one = valueReader(metric, columns, find, today);
  return ({ line, cells }) => {
    const cell = (at: number | null) => (at === null ? '' : (cells[at] ?? '').trim());
    if (mapping.form === 'wide') {
      const given = columns.periods.filter(({ at }) => cell(at) !== '');
      return given.map(({ at, startsOn }) => one(line, cell, at, startsOn));
    }
    const text = cell(columns.time);
    const startsOn = period(text);
    if (startsOn === null) return [{ line, column: columns.time, reason: noPeriod(text) }];
    return [one(line, cell, columns.value ?? 0, startsOn)];
  };
}

function valueReader(metric: Metric, columns: Columns, find: FindPlace, today: IsoDate) {
  const named = new NamedBefore();
  return (line: number, cell: (at: number | null) => string, at: number, startsOn: IsoDate) => {
    const rejected = (column: number | null, reason: string): RejectedValue => ({ line, column, reason });
    const late = periodProblem(metric, startsOn, today);
    if (late) return rejected(columns.time ?? at, late);
    const place = find(cell(columns.place), startsOn);
    if ('reason' in place) return rejected(columns.place, place.reason);
    const value = readNumber(cell(at), metric.unit);
    if (value === null) return rejected(at, noNumber(cell(at)));
    const wrong = valueProblem(metric, value);
    if (wrong) return rejected(at, wrong);
    const weightText = cell(columns.weight);
    const weight = weightText === '' ? null : readNumber(weightText);
    if (weightText !== '' && weight === null) return rejected(columns.weight, noNumber(weightText));
    const unweighted = weightProblem(metric, weight);
    if (unweighted) return rejected(columns.weight, unweighted);
    const first = named.first(place.placeId, startsOn, line);
    if (first !== null) return rejected(at, cameEarlier(first));
    return { line, ...place, startsOn, value, weight };
  };
}

const noPeriod = (text: string) =>
  text === ''
    ? t('The period is missing.')
    : t('“{text}” is no day or period in the way that was chosen.', { text: excerpt(text) });

const noNumber = (text: string) =>
  text === '' ? t('The value is missing.') : t('“{text}” is no number. Write it as 1234.5.', { text: excerpt(text) });

const cameEarlier = (first: number) =>
  t('The same place and period came earlier, on line {line}. That one was taken.', { line: sayNumber(first) });
