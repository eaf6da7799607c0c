import { DRIVERS, type Driver } from '../../platform/drivers.js';
import { Chance } from '../chance.js';
import type { PlannedUnit, UnitKind } from '../network/network-plan.js';

/** Four in five visits are easy. */
const USUAL = Math.log(0.8 / 0.2);
/** The two networks, and the telephone, do not start from the same place. */
const OF_KIND: Record<UnitKind, number> = { branch: 0.05, paymentPoint: -0.25, contactCentre: -0.3, department: 0 };
/** A unit one standard deviation above the average of its kind scores about five points more. */
const QUALITY = { ease: 0.32, driver: 0.3 };

/** Log-odds of an easy visit to a unit in an ordinary week. */
export function easeOdds({ kind, quality }: PlannedUnit): number {
  return USUAL + OF_KIND[kind] + QUALITY.ease * quality;
}

/** Where the drivers stand beside each other anywhere, and how far a single unit leans from that. */
const DRIVER_LEVEL: Record<Driver, number> = {
  friendly: 0.25,
  professional: 0.15,
  knowledge: 0,
  understanding: 0,
  efficiency: -0.2,
  expectations: -0.1,
};
const LEANING = 0.22;
const USUAL_DRIVER = 1.3;

/** Log-odds of a good answer about each driver, for every unit in an ordinary week, before it is known how easy it was. */
export function driverOddsOf(seed: number, units: readonly PlannedUnit[]): number[][] {
  const chance = Chance.of(seed, 'drivers');
  return units.map(({ kind, quality }) =>
    DRIVERS.map(
      (driver) =>
        USUAL_DRIVER + DRIVER_LEVEL[driver] + OF_KIND[kind] + QUALITY.driver * quality + LEANING * chance.normal(),
    ),
  );
}
