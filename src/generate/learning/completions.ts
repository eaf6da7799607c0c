import { addDays, daysBetween, type IsoDate, startOfLondonDay } from '../../platform/dates.js';
import type { Chance } from '../chance.js';
import { holds } from '../days.js';
import type { PlannedUnit } from '../network/network-plan.js';
import type { PlannedPerson } from '../people/people-plan.js';

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

/** Something that the people of some units were asked for. */
export interface Ask {
  slug: string;
  madeOn: IsoDate;
  dueOn: IsoDate;
}

export interface Learning {
  units: ReadonlyMap<string, PlannedUnit>;
  days: readonly PlannedThemeDay[];
  /** What may be taken of one's own accord, and over which days it was. */
  courses: readonly string[];
  ownAccord: { from: IsoDate; days: number };
  /** What each unit was asked for, by its code. */
  asks: ReadonlyMap<string, readonly Ask[]>;
  /** What nobody of a unit takes on a theme day, or of their own accord, when a story or a study needs it. */
  leftOut?: (unitCode: string, slug: string, when: 'themeDay' | 'ownAccord') => boolean;
}

/**
 * What one person finished and when: theme days, what was asked for, courses of one's own accord. Keen units do more of all
 * three, and keenness goes along with what customers say: the association that the completion page must not oversell.
 */
export function completionsOf(chance: Chance, person: PlannedPerson, learning: Learning): PlannedCompletion[] {
  const found = new Map<string, PlannedCompletion>();
  const attempt = (slug: string, on: IsoDate, odds: (unit: PlannedUnit) => number) => {
    const [share, second, score] = [chance.share(), chance.between(8.5 * 3600, 17.5 * 3600), chance.pick(SCORES)];
    const unit = unitOn(person, on, learning.units);
    if (unit === null || found.has(slug) || share >= odds(unit)) return;
    const completedAt = new Date(startOfDay(on) + second * 1000);
    found.set(slug, { reference: person.reference, unitCode: unit.code, slug, completedAt, score });
  };
  const open = (unit: PlannedUnit, slug: string, when: 'themeDay' | 'ownAccord') =>
    !learning.leftOut?.(unit.code, slug, when);
  for (const { slug, heldOn } of learning.days) {
    const on = addDays(heldOn, chance.happens(0.15) ? chance.between(1, 4) : 0);
    attempt(slug, on, (unit) => (open(unit, slug, 'themeDay') ? 0.3 + 0.68 * unit.keenness : 0));
  }
  for (const { slug, madeOn, dueOn } of asksOf(person, learning)) {
    const on = addDays(madeOn, chance.between(1, daysBetween(madeOn, dueOn) + 3));
    attempt(slug, on, ({ keenness }) => 0.35 + 0.62 * keenness);
  }
  for (const slug of learning.courses) {
    const on = addDays(learning.ownAccord.from, chance.between(0, learning.ownAccord.days));
    attempt(slug, on, (unit) => (open(unit, slug, 'ownAccord') ? 0.45 * unit.keenness : 0));
  }
  return [...found.values()];
}

const SCORES = [0.8, 0.9, 0.9, 1, 1];

/** What was asked of the units in which somebody was at the time. */
function asksOf(person: PlannedPerson, { asks }: Learning): Ask[] {
  return person.postings.flatMap((posting) =>
    posting.main && posting.place.kind === 'unit'
      ? (asks.get(posting.place.code) ?? []).filter(({ madeOn }) => holds(posting, madeOn))
      : [],
  );
}

/** Where somebody counts on a day, or null when that is nowhere. */
function unitOn(person: PlannedPerson, day: IsoDate, units: Learning['units']): PlannedUnit | null {
  const posting = person.postings.find((one) => one.main && holds(one, day));
  return posting?.place.kind === 'unit' ? (units.get(posting.place.code) ?? null) : null;
}

const STARTS = new Map<IsoDate, number>();

/** Midnight in London, as milliseconds; remembered, because it is asked for every completion. */
function startOfDay(day: IsoDate): number {
  const known = STARTS.get(day) ?? startOfLondonDay(day).getTime();
  STARTS.set(day, known);
  return known;
}
