/** Which driver is weakest, which one to work on, and which one fell: each named only when it is clear. */
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { differ } from '../../statistics/proportion.js';
import type { Tally } from './counts.js';
import { type DriverWeights, EQUAL_WEIGHTS } from './driver-weights.js';
import { FEWEST_FOR_A_FIRM_SCORE } from './score.js';

/** Six times stricter, because there are six (Bonferroni). */
const OF_SIX = 0.05 / DRIVERS.length;

type Drivers = Record<Driver, Tally>;

/**
 * The lowest of the six top-two-box shares, when it is clearly below the next lowest: Newcombe's difference of the two at
 * 95 %. A selected lowest held against its runner-up needs no further allowance for having been picked (Gutmann and Maymin
 * 1987, "Is the selected population the best?", Annals of Statistics 15). Every driver needs 30 answers; otherwise, and when
 * nothing is clear, null.
 */
export function weakestDriver(drivers: Drivers): Driver | null {
  if (!allFirm(drivers)) return null;
  const [lowest, next] = [...DRIVERS].sort((a, b) => shareOf(drivers[a]) - shareOf(drivers[b]));
  if (!lowest || !next) return null;
  return differ(asShare(drivers[lowest]), asShare(drivers[next])) ? lowest : null;
}

/**
 * The driver with most to gain: of those clearly below the other five taken together (Newcombe at 95 %, six times stricter
 * because there are six), the one whose gap to those five times its importance is largest. So of two weak drivers the one that
 * goes with ease is worked on, though the other may be a little weaker: a gap of 8 points with an importance of 0.3 comes
 * before a gap of 10 with 0.1. Null when none is clearly low.
 */
export function driverToGainMost(drivers: Drivers, weights: DriverWeights = EQUAL_WEIGHTS): Driver | null {
  if (!allFirm(drivers)) return null;
  const low = DRIVERS.map((driver) => ({ driver, ...againstOthers(drivers, driver) }))
    .filter(({ gap, clear }) => gap > 0 && clear)
    .sort((a, b) => b.gap * weights[b.driver] - a.gap * weights[a.driver]);
  return low[0]?.driver ?? null;
}

/** Of the drivers whose fall between two stretches is clear among the six, the one that lost most by fall times importance. */
export function driverThatFell(
  recent: Drivers,
  earlier: Drivers,
  weights: DriverWeights = EQUAL_WEIGHTS,
): Driver | null {
  const falls = DRIVERS.map((driver) => ({ driver, ...fall(recent[driver], earlier[driver]) }))
    .filter(({ points, clear }) => points < 0 && clear)
    .sort((a, b) => a.points * weights[a.driver] - b.points * weights[b.driver]);
  return falls[0]?.driver ?? null;
}

const allFirm = (drivers: Drivers) => DRIVERS.every((driver) => drivers[driver].n >= FEWEST_FOR_A_FIRM_SCORE);

const asShare = ({ top, n }: Tally) => ({ hits: top, n });

const shareOf = ({ top, n }: Tally) => top / n;

function againstOthers(drivers: Drivers, driver: Driver) {
  const rest = DRIVERS.filter((other) => other !== driver).map((other) => drivers[other]);
  const others = { hits: total(rest, 'top'), n: total(rest, 'n') };
  const gap = others.hits / others.n - shareOf(drivers[driver]);
  return { gap, clear: differ(asShare(drivers[driver]), others, OF_SIX) };
}

function fall(recent: Tally, earlier: Tally) {
  if (recent.n < FEWEST_FOR_A_FIRM_SCORE || earlier.n < FEWEST_FOR_A_FIRM_SCORE) return { points: 0, clear: false };
  return { points: shareOf(recent) - shareOf(earlier), clear: differ(asShare(recent), asShare(earlier), OF_SIX) };
}

function total(tallies: readonly Tally[], key: 'top' | 'n'): number {
  return tallies.reduce((sum, tally) => sum + tally[key], 0);
}
