/** The driver that customers rate lowest, named only when it is clear. */
import { DRIVERS, type Driver } from '../../platform/drivers.js';
import { newcombeP } from '../../statistics/proportion.js';
import type { Tally } from './counts.js';
import { FEWEST_FOR_A_FIRM_SCORE } from './score.js';

/**
 * The lowest of the six top-two-box shares, when it is clearly below the other five taken together: Newcombe's
 * difference at 95 %, made six times stricter because the lowest of six was picked. Every driver needs 30 answers;
 * otherwise, and when nothing is clear, null.
 */
export function weakestDriver(drivers: Record<Driver, Tally>): Driver | null {
  if (DRIVERS.some((driver) => drivers[driver].n < FEWEST_FOR_A_FIRM_SCORE)) return null;
  const share = (driver: Driver) => drivers[driver].top / drivers[driver].n;
  const lowest = [...DRIVERS].sort((a, b) => share(a) - share(b))[0] ?? 'friendly';
  const rest = DRIVERS.filter((driver) => driver !== lowest).map((driver) => drivers[driver]);
  const others = { hits: total(rest, 'top'), n: total(rest, 'n') };
  const p = newcombeP({ hits: drivers[lowest].top, n: drivers[lowest].n }, others);
  return p * DRIVERS.length < 0.05 ? lowest : null;
}

/** The driver that fell most between two stretches, when its fall is clear among the six; null otherwise. */
export function driverThatFell(recent: Record<Driver, Tally>, earlier: Record<Driver, Tally>): Driver | null {
  const falls = DRIVERS.map((driver) => ({ driver, ...fall(recent[driver], earlier[driver]) }))
    .filter(({ points, p }) => points < 0 && p * DRIVERS.length < 0.05)
    .sort((a, b) => a.points - b.points);
  return falls[0]?.driver ?? null;
}

function fall(recent: Tally, earlier: Tally) {
  if (recent.n < FEWEST_FOR_A_FIRM_SCORE || earlier.n < FEWEST_FOR_A_FIRM_SCORE) return { points: 0, p: 1 };
  const [now, before] = [
    { hits: recent.top, n: recent.n },
    { hits: earlier.top, n: earlier.n },
  ];
  return { points: now.hits / now.n - before.hits / before.n, p: newcombeP(now, before) };
}

function total(tallies: readonly Tally[], key: 'top' | 'n'): number {
  return tallies.reduce((sum, tally) => sum + tally[key], 0);
}
