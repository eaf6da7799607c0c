/** How even the parts of a lot came out: the waves, and the comparison if there is one. */
import { audienceOf, type UnitAudience } from '../../assignments/assigning/audience.js';
import { addDays, type IsoDate } from '../../platform/dates.js';
import { type AreaAnswers, scoreOf, sumOf } from './plan-power.js';
import type { DrawnPlan, PlanChoice } from './wave-plan.js';

export interface PartArea extends AreaAnswers {
  areaId: number;
  code: string;
  name: string;
  region: string;
  unitIds: readonly number[];
}

export interface Part {
  /** From 0; null for the comparison. */
  wave: number | null;
  /** The Monday; null for the comparison. */
  startsOn: IsoDate | null;
  areas: PartArea[];
  units: number;
  /** In post there today, whether they are asked or not. */
  people: number;
  /** How many of these hold the course already. */
  held: number;
  /** All answers of its areas together, from -1 to 1; null where nobody answered. */
  score: number | null;
}

/** The Monday of a wave, from 0. */
export const startOf = (
  { firstMonday, weeksBetween }: Pick<PlanChoice, 'firstMonday' | 'weeksBetween'>,
  wave: number,
) => addDays(firstMonday, 7 * weeksBetween * wave);

/**
 * The waves in their order, the comparison last.
 * @param areas in the order of the lot's
 */
export function partsOfLot(drawn: DrawnPlan, areas: readonly PartArea[], people: readonly UnitAudience[]): Part[] {
  const inUnit = new Map(people.map((unit) => [unit.unitId, unit]));
  const waves = [...Array<null>(drawn.waves).keys(), ...(drawn.comparison ? [null] : [])];
  return waves.map((wave) => {
    const own = areas.filter((_, at) => drawn.areas[at]!.wave === wave);
    const units = own.flatMap(({ unitIds }) => unitIds);
    const audience = audienceOf(units.flatMap((unit) => inUnit.get(unit) ?? []));
    return {
      ...{ wave, startsOn: wave === null ? null : startOf(drawn, wave), areas: own, units: units.length },
      people: audience.willBeAsked + audience.done + audience.onLeave,
      held: audience.done,
      score: scoreOf(sumOf(own)),
    };
  });
}
