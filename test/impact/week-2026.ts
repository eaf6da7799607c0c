/** The themed week of 2026 as specs use it. */
import type { Change } from '../../src/statistics/clustered-change.js';
import type { Placebo } from '../../src/statistics/placebo.js';
import type { EaseChange, ThemedWeekResult } from '../../src/impact/week/themed-week.js';

export const change = (value: number, half: number): Change => ({ value, low: value - half, high: value + half });

export function easeOf(within: Change, unusual: Placebo): EaseChange {
  const side = { level: 0.8, total: change(0.005, 0.011), within, mix: change(0.001, 0.002) };
  return { week: 0.805, others: side, neighbours: side, unusual };
}

export const week2026: ThemedWeekResult = {
  responses: 4104,
  areas: 45,
  others: { weeks: 51, mean: 2400, change: { value: 0.71, low: 0.65, high: 0.78 } },
  before: 4,
  after: 4,
  neighbours: { weeks: 8, mean: 2518, change: { value: 0.63, low: 0.55, high: 0.71 } },
  unusual: { asFar: 0, placebos: 51, p: 1 / 52 },
  ease: easeOf(change(0.004, 0.01), { asFar: 20, placebos: 51, p: 21 / 52 }),
};
