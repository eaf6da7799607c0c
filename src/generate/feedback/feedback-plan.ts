import type { IsoDate } from '../../platform/dates.js';
import type { PlannedUnit } from '../network/network-plan.js';
import { type Size, weeksOf } from '../size.js';
import type { Effects } from '../truth/effects.js';
import type { UnitWeek } from './answers.js';
import { driverOddsOf } from './levels.js';
import { weekCounts } from './week-counts.js';

/** Everything that customers are going to say, week by week: no week has to be planned for another one to be. */
export interface FeedbackPlan {
  seed: number;
  units: readonly PlannedUnit[];
  weeks: readonly IsoDate[];
  /** The share of customers who leave the question of ease out. */
  skipsEase: number;
  /** What the customers of each unit say in a week, by the unit's place in `units`. */
  week(week: IsoDate): (index: number) => UnitWeek;
}

const SKIPS_EASE = 0.02;

export function planFeedback(
  units: readonly PlannedUnit[],
  size: Pick<Size, 'seed' | 'weeks' | 'until' | 'responsesPerUnitWeek'>,
  effects: Effects,
): FeedbackPlan {
  const { seed, responsesPerUnitWeek } = size;
  const usual = driverOddsOf(seed, units);
  return {
    seed,
    units,
    weeks: weeksOf(size),
    skipsEase: SKIPS_EASE,
    week: (week) => {
      const counts = weekCounts({ units, seed, responsesPerUnitWeek }, week, effects.ease);
      return (index) => ({
        responses: counts.responses[index]!,
        easeTop: counts.easeTop[index]!,
        driverOdds: usual[index]!.map((odds, driver) => odds + effects.driver(index, week, driver)),
      });
    },
  };
}
