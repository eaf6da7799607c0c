import { addDays } from '../../platform/dates.js';
import { DRIVERS } from '../../platform/drivers.js';
import { DRIVER_WHEN, shareOf } from '../feedback/answers.js';
import { driverOddsOf, easeOdds } from '../feedback/levels.js';
import { busyness, isCampaignWeek, tideOf } from '../feedback/seasons.js';
import type { NetworkPlan } from '../network/network-plan.js';
import { type Size, weeksOf } from '../size.js';
import type { PlannedStudy } from './truth-plan.js';

/**
 * What is true of a generated organisation, for whoever checks what an analysis finds: every planted effect by unit, week and
 * driver, what has no effect, and what misleads. Effects are given in log-odds of an answer of 4 or 5, as they were planted,
 * and in points of the share of such answers, as an average over the units of the waves at full strength.
 */
export function truthOf(network: NetworkPlan, size: Size, studies: readonly PlannedStudy[]) {
  const code = (index: number) => network.units[index]!.code;
  return {
    organisation: size,
    studies: studies.map((study) => ({
      key: study.key,
      about: study.about,
      course: study.slug,
      driver: study.driver,
      chosen: study.chosen,
      effect: effectIn(study, network, size),
      strengthByWeek: study.profile,
      waves: study.planned.map(({ week, units }) => ({
        week,
        dueOn: addDays(week, DAYS_GIVEN),
        units: units.map(code),
      })),
      comparison: study.comparison.map(code),
    })),
    confounding: {
      about:
        'Keen units finish more of what they are asked for, take more courses of their own accord and satisfy customers more, without the one leading to the other. No course has an effect outside the waves above.',
      correlation: round(correlation(network), 3),
    },
    campaignWeeks: weeksOf(size)
      .filter(isCampaignWeek)
      .map((week) => ({ week, timesTheAnswers: busyness(week), easeEffect: 0 })),
  };
}

/** Days between the day on which a wave is asked and the day on which it is due. */
export const DAYS_GIVEN = 28;

function effectIn(study: PlannedStudy, network: NetworkPlan, { seed }: Size) {
  const usual = driverOddsOf(seed, network.units);
  const waves = study.planned.flatMap(({ week, units }) => units.map((unit) => ({ unit, tide: tideOf(week) })));
  const average = (of: (unit: number, tide: number) => number) =>
    waves.length === 0 ? 0 : waves.reduce((sum, { unit, tide }) => sum + of(unit, tide), 0) / waves.length;
  const at = DRIVERS.indexOf(study.driver);
  const ease = (unit: number, tide: number, shift: number) => shareOf(easeOdds(network.units[unit]!) + tide + shift);
  const driver = (unit: number, tide: number, easier: number, better: number) => {
    const easy = ease(unit, tide, easier);
    const odds = usual[unit]![at]! + better;
    return easy * shareOf(odds + DRIVER_WHEN.easy) + (1 - easy) * shareOf(odds + DRIVER_WHEN.hard);
  };
  const { effect } = study;
  return {
    ease: {
      logOdds: effect.ease,
      points: points(average((unit, tide) => ease(unit, tide, effect.ease) - ease(unit, tide, 0))),
    },
    driver: {
      logOdds: effect.driver,
      points: points(
        average((unit, tide) => driver(unit, tide, effect.ease, effect.driver) - driver(unit, tide, 0, 0)),
      ),
    },
  };
}

/** Of keenness and quality, over the units that customers rate. */
function correlation({ units }: NetworkPlan): number {
  const rated = units.filter(({ traffic }) => traffic > 0);
  const mean = (of: (unit: (typeof rated)[number]) => number) =>
    rated.reduce((sum, unit) => sum + of(unit), 0) / rated.length;
  const [keen, good] = [mean(({ keenness }) => keenness), mean(({ quality }) => quality)];
  const spread = (of: (unit: (typeof rated)[number]) => number) => mean((unit) => of(unit) ** 2);
  const together = mean((unit) => (unit.keenness - keen) * (unit.quality - good));
  const apart = Math.sqrt(spread((unit) => unit.keenness - keen) * spread((unit) => unit.quality - good));
  return apart === 0 ? 0 : together / apart;
}

const points = (share: number) => round(100 * share, 2);
const round = (value: number, digits: number) => Number(value.toFixed(digits));
