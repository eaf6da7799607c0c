/** A metric in words: what it is, how it is put together, and its values with their unit. */
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import type { MetricChange } from './cells.js';
import { type Direction, type Metric, type MetricKind, type MetricLevel, unitOf, weightNameOf } from './metric.js';

export const KIND_NAMES: Record<MetricKind, string> = {
  count: msg('A count that adds up'),
  average: msg('An average with a weight'),
  level: msg('A level or a rank'),
};

export const LEVEL_NAMES: Record<MetricLevel, string> = {
  unit: msg('A number of each unit'),
  area: msg('A number of each area'),
  region: msg('A number of each region'),
  network: msg('One number of the whole network'),
};

export const DIRECTION_NAMES: Record<Direction, string> = {
  higher: msg('Higher is better'),
  lower: msg('Lower is better'),
  neither: msg('Neither is better'),
};

/** How several values become one, for whoever reads the number. */
export function sayHow(metric: Metric): string {
  if (metric.kind === 'count') return t('Added up over places and time.');
  if (metric.kind === 'average') return t('Weighted by {weight}.', { weight: weightNameOf(metric) });
  if (metric.level === 'network') return t('The latest one; never added up.');
  return t('The latest one of each place; never added up.');
}

/** '1,240 visitors', '62.5%', '24'. */
export function sayValue(metric: Pick<Metric, 'unit' | 'unitCy' | 'decimals'>, value: number | null): string {
  if (value === null) return '–';
  const number = sayNumber(value, metric.decimals);
  const unit = unitOf(metric);
  if (unit === '') return number;
  if (unit === '%') return `${number}%`;
  return unit === '£' ? `£${number}` : t('{number} {unit}', { number, unit });
}

/** 'Up 3.1%, better', 'Down 19 minutes', 'No change'; null where there was nothing to compare. */
export function sayMetricChange(metric: Metric, change: MetricChange | null): string | null {
  if (!change) return null;
  const size = Math.abs(change.by);
  const by = change.relative ? `${sayNumber(size, 1)}%` : sayValue(metric, size);
  if (Number(size.toFixed(change.relative ? 1 : metric.decimals)) === 0) return t('No change');
  if (change.better === null)
    return change.by > 0 ? t('Up {points}', { points: by }) : t('Down {points}', { points: by });
  if (change.by > 0) return change.better ? t('Up {by}, better', { by }) : t('Up {by}, worse', { by });
  return change.better ? t('Down {by}, better', { by }) : t('Down {by}, worse', { by });
}

/** 'About Efficiency'; null when it speaks about no driver. */
export function sayDriver({ driver }: Pick<Metric, 'driver'>): string | null {
  return driver === null ? null : t('About {driver}', { driver: t(DRIVER_NAMES[driver]) });
}
