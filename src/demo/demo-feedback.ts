import { addDays, type IsoDate } from '../platform/dates.js';
import { DRIVERS } from '../platform/drivers.js';
import { Chance } from '../generate/chance.js';
import type { FeedbackPlan } from '../generate/feedback/feedback-plan.js';
import { driverOddsOf } from '../generate/feedback/levels.js';
import type { NetworkPlan, PlannedUnit } from '../generate/network/network-plan.js';
import { planEase, type PlannedWeek } from './ease-plan.js';
import { sentElsewhere } from './sent-elsewhere.js';
import { ASHBRIDGE, SEED } from './stories.js';
import { withWaves } from './waves-at-work.js';
import { unitTotals, WEEKS, weekTotals } from './week-plan.js';

const EXPECTATIONS = DRIVERS.indexOf('expectations');
/** By how much customers of Ashbridge miss what they expected, and how many of the unhappy ones say why. */
const SLUMP = { odds: -2, says: 0.75 };

/** How many answer in each week and how many found it easy, to the last answer what the stories need. */
export function planDemoWeeks(network: NetworkPlan): PlannedWeek[] {
  const { units } = network;
  const chance = Chance.of(SEED, 'demo feedback');
  const totals = weekTotals(chance);
  const weeks = WEEKS.map((week) => ({ week, responses: unitTotals(chance, units, week, totals.get(week)!) }));
  return planEase(chance, units, weeks).map(withWaves(network));
}

/** What customers of the demo say in such weeks. */
export function planDemoFeedback(units: readonly PlannedUnit[], weeks: readonly PlannedWeek[]): FeedbackPlan {
  const planned = new Map(weeks.map((week) => [week.week, week]));
  const usual = driverOddsOf(SEED, units);
  return {
    seed: SEED,
    units,
    weeks: weeks.map(({ week }) => week),
    skipsEase: 0,
    week: (week) => {
      const { responses, easeTop } = planned.get(week)!;
      return (index) => {
        const said = { responses: responses[index]!, easeTop: easeTop[index]!, driverOdds: usual[index]! };
        return inSlump(units[index]!, week) ? { ...said, driverOdds: slumped(said.driverOdds), grievance } : said;
      };
    },
  };
}

function inSlump(unit: PlannedUnit, week: IsoDate): boolean {
  const { from, weeks } = ASHBRIDGE.slump;
  return unit.code === ASHBRIDGE.code && week >= from && week < addDays(from, 7 * (weeks + 1));
}

function slumped(odds: readonly number[]): number[] {
  return odds.map((one, driver) => (driver === EXPECTATIONS ? one + SLUMP.odds : one));
}

function grievance(chance: Chance): string | null {
  return chance.happens(SLUMP.says) ? sentElsewhere(chance) : null;
}
