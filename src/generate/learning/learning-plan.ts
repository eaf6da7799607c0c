import { addDays } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import { grouped } from '../grouped.js';
import type { NetworkPlan } from '../network/network-plan.js';
import type { PlannedPerson } from '../people/people-plan.js';
import type { Size } from '../size.js';
import type { PlannedStudy } from '../truth/truth-plan.js';
import { type PlannedAsk, planAsks } from './asks.js';
import { completionsOf, type Learning, type PlannedCompletion, type PlannedThemeDay } from './completions.js';

export interface LearningPlan {
  asks: readonly PlannedAsk[];
  /** What the people from one place in the plan up to another have finished; any stretch can be planned by itself. */
  completions(from: number, to: number): PlannedCompletion[];
}

/** Courses of one's own accord were taken over this many days before the end. */
const OWN_ACCORD_DAYS = 520;

export function planLearning(
  network: NetworkPlan,
  people: readonly PlannedPerson[],
  studies: readonly PlannedStudy[],
  lessons: { days: PlannedThemeDay[]; courses: string[] },
  size: Pick<Size, 'seed' | 'until'>,
): LearningPlan {
  const asks = planAsks(network, people, studies, lessons.courses, size);
  const perUnit = asks.flatMap((ask) => ask.unitCodes.map((code) => ({ code, ask })));
  const reserved = reservedFor(network, studies);
  const learning: Learning = {
    courses: lessons.courses,
    days: lessons.days.filter(({ heldOn }) => heldOn <= size.until),
    units: new Map(network.units.map((unit) => [unit.code, unit])),
    ownAccord: { from: addDays(size.until, -OWN_ACCORD_DAYS), days: OWN_ACCORD_DAYS },
    asks: new Map([...grouped(perUnit, ({ code }) => code)].map(([code, of]) => [code, of.map(({ ask }) => ask)])),
    leftOut: (code, slug) => reserved.get(code) === slug,
  };
  return {
    asks,
    completions: (from, to) =>
      people
        .slice(from, to)
        .flatMap((person) => completionsOf(Chance.of(size.seed, 'learning', person.reference), person, learning))
        .filter(({ completedAt }) => completedAt.toISOString().slice(0, 10) <= size.until),
  };
}

/** In the units of a study, waves and comparison alike, its course is taken in the waves alone. */
function reservedFor(network: NetworkPlan, studies: readonly PlannedStudy[]): Map<string, string> {
  return new Map(
    studies.flatMap(({ slug, planned, comparison }) =>
      [...planned.flatMap(({ units }) => units), ...comparison].map(
        (unit) => [network.units[unit]!.code, slug] as const,
      ),
    ),
  );
}
