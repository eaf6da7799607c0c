import { addDays, daysBetween, type IsoDate, startOfLondonDay } from '../platform/dates.js';
import type { Chance } from '../generate/chance.js';
import { CENTRAL, type NetworkPlan, type PlannedUnit } from './network-plan.js';
import type { PlannedPerson } from './people-plan.js';
import { ASHBRIDGE, NAMED } from './stories.js';

/** Somebody finished a course: the facts from which completion, attempt and lessons read are written. */
export interface PlannedCompletion {
  reference: string;
  unitCode: string;
  slug: string;
  completedAt: Date;
  /** The share of the quiz's marks, at or above the pass mark. */
  score: number;
}

export interface PlannedThemeDay {
  heldOn: IsoDate;
  slug: string;
}

/** Something a manager asked some units for; null stands for the whole area. */
export interface PlannedAsk {
  unitCodes: string[] | null;
  slug: string;
  madeOn: IsoDate;
  dueOn: IsoDate;
}

/** Weeks before the named date over which colleagues took courses of their own accord. */
const OWN_ACCORD = { from: '2025-09-01' as IsoDate, days: 520 };

/**
 * Who finished what and when: theme days in both weeks, courses of one's own accord in between. Keen units do more of
 * both, and keenness goes along with what customers say: the association that the completion page must not oversell.
 */
export function planCompletions(
  chance: Chance,
  network: NetworkPlan,
  people: PlannedPerson[],
  days: PlannedThemeDay[],
  courses: string[],
  asks: PlannedAsk[],
): PlannedCompletion[] {
  const units = new Map(network.units.map((unit) => [unit.code, unit]));
  return people.flatMap((person) => {
    const unit = person.unitCode === null ? undefined : units.get(person.unitCode);
    if (unit === undefined) return [];
    return person.reference === NAMED.sam.reference
      ? samsCompletions(unit, days)
      : personsCompletions(chance, person, unit, { days, courses, asks });
  });
}

function personsCompletions(
  chance: Chance,
  person: PlannedPerson,
  unit: PlannedUnit,
  { days, courses, asks }: { days: PlannedThemeDay[]; courses: string[]; asks: PlannedAsk[] },
): PlannedCompletion[] {
  const bySlug = new Map<string, PlannedCompletion>();
  const add = (slug: string, completedAt: Date) => {
    if (!bySlug.has(slug)) bySlug.set(slug, done(chance, person, unit, slug, completedAt));
  };
  for (const { slug, heldOn } of days) {
    const late = chance.happens(0.15) ? chance.between(1, 4) : 0;
    if (chance.happens(0.3 + 0.68 * unit.keenness)) add(slug, within(chance, addDays(heldOn, late)));
  }
  for (const { unitCodes, slug, madeOn, dueOn } of asks) {
    const asked = unitCodes === null ? unit.areaCode !== CENTRAL : unitCodes.includes(unit.code);
    if (asked && chance.happens(0.35 + 0.62 * unit.keenness)) {
      add(slug, within(chance, addDays(madeOn, chance.between(1, daysBetween(madeOn, dueOn) + 3))));
    }
  }
  for (const slug of courses) {
    const again = slug === RECOMMENDED && unit.code === ASHBRIDGE.code ? 0 : 0.45 * unit.keenness;
    if (chance.happens(again)) add(slug, within(chance, addDays(OWN_ACCORD.from, chance.between(0, OWN_ACCORD.days))));
  }
  return [...bySlug.values()].filter(({ completedAt }) => inPost(person, completedAt));
}

/** Nobody at Ashbridge but those who met it in the 2026 week has taken the course that Dawn is about to assign. */
const RECOMMENDED = 'put-it-right-first-time';

/** Sam joined in August 2026 and has done Monday's and Tuesday's lessons; the rest is the visitor's to do. */
function samsCompletions(unit: PlannedUnit, days: PlannedThemeDay[]): PlannedCompletion[] {
  const own: [string, string][] = [
    ['the-first-ten-seconds', '2026-09-14T12:41:00Z'],
    ...days
      .filter(({ heldOn }) => heldOn === '2027-02-08' || heldOn === '2027-02-09')
      .map(({ slug, heldOn }): [string, string] => [slug, `${heldOn}T13:07:00Z`]),
  ];
  return own.map(([slug, at]) => ({
    reference: NAMED.sam.reference,
    unitCode: unit.code,
    slug,
    completedAt: new Date(at),
    score: 1,
  }));
}

function done(
  chance: Chance,
  person: PlannedPerson,
  unit: PlannedUnit,
  slug: string,
  completedAt: Date,
): PlannedCompletion {
  return {
    reference: person.reference,
    unitCode: unit.code,
    slug,
    completedAt,
    score: chance.pick([0.8, 0.9, 0.9, 1, 1]),
  };
}

function within(chance: Chance, day: IsoDate): Date {
  return new Date(startOfLondonDay(day).getTime() + chance.between(8.5 * 3600, 17.5 * 3600) * 1000);
}

function inPost(person: PlannedPerson, at: Date): boolean {
  const day = at.toISOString().slice(0, 10);
  return day >= person.from && (person.to === null || day < person.to);
}
