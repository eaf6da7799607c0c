/** How much each driver matters when several could be worked on. */
import { type Driver, DRIVERS } from '../../platform/drivers.js';

/** They add up to one. */
export type DriverWeights = Readonly<Record<Driver, number>>;

/** What is believed until a year of answers says more: no driver matters more than another. */
export const EQUAL_WEIGHTS: DriverWeights = weightsFrom(DRIVERS.map(() => 1 / DRIVERS.length));

/** @param shares in the order of the drivers */
export function weightsFrom(shares: readonly number[]): DriverWeights {
  return Object.fromEntries(DRIVERS.map((driver, at) => [driver, shares[at] ?? 0])) as Record<Driver, number>;
}
