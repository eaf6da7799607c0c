/** Counts and windows for specs of pages: only what a spec says differs from "nobody answered". */
import { type Counts, NO_COUNTS, type Tally } from '../../src/feedback/metrics/counts.js';
import { NO_WINDOWS, type Windows } from '../../src/feedback/metrics/windows.js';
import { type Driver, DRIVERS } from '../../src/platform/drivers.js';

export function tally(n: number, top: number): Tally {
  return { n, top, sum: top * 5 + (n - top) * 2 };
}

/** `easy` of `n` customers found it easy; every driver has the same share unless it is given one. */
export function someCounts(n: number, easy: number, drivers: Partial<Record<Driver, number>> = {}): Counts {
  const share = easy / Math.max(1, n);
  return {
    ...NO_COUNTS,
    responses: n,
    ease: tally(n, easy),
    emotion: { delighted: easy, satisfied: 0, neutral: 0, disappointed: n - easy, irritated: 0 },
    drivers: Object.fromEntries(
      DRIVERS.map((driver) => [driver, tally(n, Math.round((drivers[driver] ?? share) * n))]),
    ) as Record<Driver, Tally>,
  };
}

export function someWindows(windows: Partial<Windows>): Windows {
  return { ...NO_WINDOWS, ...windows };
}
