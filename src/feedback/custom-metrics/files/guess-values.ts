/** What the columns of a file of values most likely are. */
import { guessUnit } from '../../sources/guess-unit.js';
import type { ColumnProfile } from '../../sources/column-profile.js';
import type { Metric } from '../metric.js';
import type { KnownPlace } from '../values/find-place.js';
import { readNumber } from '../values/value-rule.js';
import { periodFormatOf } from './period-format.js';
import { NO_MAPPING, type ValueMapping } from './value-mapping.js';

export function guessValues(
  profiles: readonly ColumnProfile[],
  known: readonly KnownPlace[],
  metric: Metric,
): ValueMapping {
  const place = metric.level === 'network' ? null : guessPlace(profiles, known);
  const others = profiles.filter(({ key }) => key !== place?.column);
  const base: ValueMapping = { ...NO_MAPPING, ...(place ? { place: place.column, match: place.match } : {}) };
  const wide = metric.kind === 'average' ? null : wideFormat(others);
  return wide === null ? { ...base, ...longColumns(others, metric) } : { ...base, form: 'wide', format: wide };
}

function longColumns(profiles: readonly ColumnProfile[], metric: Metric): Partial<ValueMapping> {
  const time = timeColumn(profiles);
  const numbers = profiles.filter((profile) => profile.key !== time?.key && isNumbers(profile, metric));
  const isAverage = metric.kind === 'average';
  const weight = isAverage ? bestNamed(numbers, [metric.weightName, metric.weightNameCy, 'weight']) : null;
  const left = numbers.filter((profile) => profile !== weight);
  const value = bestNamed(left, [metric.name, metric.nameCy, metric.key, 'value', metric.unit]) ?? left[0];
  const second = isAverage ? (weight ?? left.find((one) => one !== value)) : null;
  return {
    ...(time ? { time: time.key, format: time.format } : {}),
    ...(value ? { value: value.key } : {}),
    ...(second ? { weight: second.key } : {}),
  };
}

function guessPlace(profiles: readonly ColumnProfile[], known: readonly KnownPlace[]) {
  const units = known.map(({ id, code, name }) => ({ id, code, name, places: [], mergers: [] }));
  const named = profiles.find(({ label }) => /\b(area|region|place|unit|branch|office)\b/i.test(label));
  return guessUnit(profiles, units) ?? (named ? { column: named.key, match: 'code' as const } : null);
}

/** Two columns or more are headed by periods, and most of those that are not the place. */
function wideFormat(profiles: readonly ColumnProfile[]): string | null {
  const dated = profiles.filter(({ label }) => periodFormatOf([label]) !== null);
  if (dated.length < 2 || dated.length < profiles.length / 2) return null;
  return periodFormatOf(dated.map(({ label }) => label));
}

function timeColumn(profiles: readonly ColumnProfile[]): { key: string; format: string } | null {
  const found = profiles.flatMap(({ key, label, values }) => {
    const format = periodFormatOf(values.map(({ text }) => text));
    return format === null
      ? []
      : [{ key, format, named: /date|day|week|month|quarter|year|period|from|start/i.test(label) }];
  });
  return found.find(({ named }) => named) ?? found[0] ?? null;
}

function isNumbers({ values, filled }: ColumnProfile, { unit }: Metric): boolean {
  const read = values.filter(({ text }) => readNumber(text, unit) !== null).length;
  return filled > 0 && read >= values.length * 0.8;
}

function bestNamed(profiles: readonly ColumnProfile[], names: readonly string[]): ColumnProfile | null {
  for (const name of names.map(bare).filter((one) => one !== '')) {
    const found = profiles.find(({ key }) => bare(key).includes(name));
    if (found) return found;
  }
  return null;
}

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}%£]/gu, '');
