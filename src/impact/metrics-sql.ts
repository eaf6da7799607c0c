import { DRIVERS } from '../platform/drivers.js';
import type { Metric } from './link-choice.js';

interface MetricColumns {
  /** Of `n` answers `good` minus `bad` is the score. */
  n: string;
  good: string;
  bad: string;
}

const topTwoBox = (name: string): MetricColumns => ({ n: `${name}_n`, good: `${name}_top`, bad: '0' });

/** Each metric in the columns of the rollups. */
export const METRIC_COLUMNS = {
  ease: topTwoBox('ease'),
  netEmotion: {
    n: 'delighted + satisfied + neutral + disappointed + irritated',
    good: 'delighted + satisfied',
    bad: 'disappointed + irritated',
  },
  ...Object.fromEntries(DRIVERS.map((driver) => [driver, topTwoBox(driver)])),
} as Record<Metric, MetricColumns>;
