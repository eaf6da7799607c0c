/** What a custom metric is: a number by place and time that the CX team has named. */
import type { UnitKind } from '../../network/imports/codes.js';
import type { Driver } from '../../platform/drivers.js';
import { language } from '../../platform/language/language.js';

/** A count adds up, an average is weighted, a level (a rank, an index) stands for itself. */
export const METRIC_KINDS = ['count', 'average', 'level'] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

export const METRIC_LEVELS = ['unit', 'area', 'region', 'network'] as const;
/** Whose number it is: what a value names. */
export type MetricLevel = (typeof METRIC_LEVELS)[number];

export const DIRECTIONS = ['higher', 'lower', 'neither'] as const;
/** Which way is better. */
export type Direction = (typeof DIRECTIONS)[number];

export const GRAINS = ['day', 'week', 'month', 'quarter', 'year'] as const;
/** The period of one value. */
export type Grain = (typeof GRAINS)[number];

export const AUDIENCES = ['everyone', 'leaders', 'managers', 'team'] as const;
/** Who of those who reach a place sees the number there (audience.ts). */
export type Audience = (typeof AUDIENCES)[number];

/** What is chosen when a metric is defined; texts in English and Welsh. */
export interface MetricDraft {
  name: string;
  nameCy: string;
  /** Of measurement; '' for a bare number. */
  unit: string;
  unitCy: string;
  /** What an average is weighted by; '' for other kinds. */
  weightName: string;
  weightNameCy: string;
  decimals: number;
  direction: Direction;
  kind: MetricKind;
  grain: Grain;
  level: MetricLevel;
  audience: Audience;
  driver: Driver | null;
  /** Empty for all. */
  unitKinds: UnitKind[];
}

export interface Metric extends MetricDraft {
  id: number;
  key: string;
  retiredAt: Date | null;
}

/** Whether pages read its values by the week: a level by the day stays by the day, since a week of levels is no level. */
export function isByWeek({ kind, grain }: Pick<Metric, 'kind' | 'grain'>): boolean {
  return grain === 'day' && kind !== 'level';
}

const inWelsh = (english: string, welsh: string) => (language() === 'cy' && welsh !== '' ? welsh : english);

export const nameOf = ({ name, nameCy }: Pick<Metric, 'name' | 'nameCy'>): string => inWelsh(name, nameCy);
export const unitOf = ({ unit, unitCy }: Pick<Metric, 'unit' | 'unitCy'>): string => inWelsh(unit, unitCy);
export const weightNameOf = (metric: Pick<Metric, 'weightName' | 'weightNameCy'>): string =>
  inWelsh(metric.weightName, metric.weightNameCy);

/** What may not change once there are values: they would come to mean something else. */
const MEANING = ['kind', 'grain', 'level'] as const;

export function meansOther(before: MetricDraft, after: MetricDraft): boolean {
  return MEANING.some((part) => before[part] !== after[part]);
}

/** What the address of a metric can be; the rest is not asked of the database. */
export const isMetricKey = (text: unknown): text is string =>
  typeof text === 'string' && /^[a-z][a-z0-9-]{1,39}$/.test(text);
