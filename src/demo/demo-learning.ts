import { Chance } from '../generate/chance.js';
import { grouped } from '../generate/grouped.js';
import {
  completionsOf,
  type Learning,
  type PlannedCompletion,
  type PlannedThemeDay,
} from '../generate/learning/completions.js';
import type { NetworkPlan } from '../generate/network/network-plan.js';
import type { PlannedPerson } from '../generate/people/people-plan.js';
import type { PlannedAsk } from './assignment-plan.js';
import { isKept } from './impact-plan.js';
import { ASHBRIDGE, NAMED, SEED } from './stories.js';

/** Weeks before the named date over which colleagues took courses of their own accord. */
const OWN_ACCORD = { from: '2025-09-01', days: 520 };

/** Nobody at Ashbridge but those who met it in the 2026 week has taken the course that Dawn is about to assign. */
const RECOMMENDED = 'put-it-right-first-time';

/** Who finished what and when, in both themed weeks and in between. */
export function planDemoCompletions(
  network: NetworkPlan,
  people: readonly PlannedPerson[],
  lessons: { days: PlannedThemeDay[]; courses: string[] },
  asks: readonly PlannedAsk[],
): PlannedCompletion[] {
  const chance = Chance.of(SEED, 'demo learning');
  const kept = isKept(network);
  const perUnit = asks.flatMap((ask) => ask.unitCodes.map((code) => ({ code, ask })));
  const learning: Learning = {
    ...lessons,
    units: new Map(network.units.map((unit) => [unit.code, unit])),
    ownAccord: OWN_ACCORD,
    asks: new Map([...grouped(perUnit, ({ code }) => code)].map(([code, of]) => [code, of.map(({ ask }) => ask)])),
    // What is kept for a story was no part of the 2026 week there: a completion of then would still count.
    leftOut: (unitCode, slug, when) =>
      kept(unitCode, slug) || (when === 'ownAccord' && unitCode === ASHBRIDGE.code && slug === RECOMMENDED),
  };
  return people.flatMap((person) =>
    person.reference === NAMED.sam.reference ? samsCompletions(lessons.days) : completionsOf(chance, person, learning),
  );
}

/** Sam joined in August 2026 and has done Monday's and Tuesday's lessons; the rest is the visitor's to do. */
function samsCompletions(days: readonly PlannedThemeDay[]): PlannedCompletion[] {
  const own: [string, string][] = [
    ['the-first-ten-seconds', '2026-09-14T12:41:00Z'],
    ...days
      .filter(({ heldOn }) => heldOn === '2027-02-08' || heldOn === '2027-02-09')
      .map(({ slug, heldOn }): [string, string] => [slug, `${heldOn}T13:07:00Z`]),
  ];
  return own.map(([slug, at]) => ({
    reference: NAMED.sam.reference,
    unitCode: ASHBRIDGE.code,
    slug,
    completedAt: new Date(at),
    score: 1,
  }));
}
