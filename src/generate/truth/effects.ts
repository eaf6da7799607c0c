import { daysBetween, type IsoDate } from '../../platform/dates.js';
import { DRIVERS } from '../../platform/drivers.js';
import type { PlannedStudy } from './truth-plan.js';

/** What is planted in customers' answers, in log-odds of a good one; units by their place in the plan. */
export interface Effects {
  ease(unit: number, week: IsoDate): number;
  /** The driver by its place in DRIVERS. */
  driver(unit: number, week: IsoDate, driver: number): number;
}

export const NO_EFFECTS: Effects = { ease: () => 0, driver: () => 0 };

/** What the planned studies do to each unit in each week. */
export function effectsOf(studies: readonly PlannedStudy[]): Effects {
  const begun = new Map(
    studies.flatMap((study) =>
      study.planned.flatMap(({ week, units }) => units.map((unit) => [unit, { study, week }] as const)),
    ),
  );
  const share = (unit: number, week: IsoDate, of: (study: PlannedStudy) => number) => {
    const wave = begun.get(unit);
    return wave === undefined ? 0 : of(wave.study) * strengthAt(wave.study, wave.week, week);
  };
  return {
    ease: (unit, week) => share(unit, week, ({ effect }) => effect.ease),
    driver: (unit, week, driver) =>
      share(unit, week, (study) => (DRIVERS[driver] === study.driver ? study.effect.driver : 0)),
  };
}

/** Which share of its effect a wave has in a week: none before it begins, the last one of its profile in the end. */
export function strengthAt({ profile }: Pick<PlannedStudy, 'profile'>, begun: IsoDate, week: IsoDate): number {
  const since = daysBetween(begun, week) / 7;
  return since < 0 ? 0 : profile[Math.min(since, profile.length - 1)]!;
}
