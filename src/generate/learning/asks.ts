import { addDays, type IsoDate, mondayOf, startOfLondonDay } from '../../platform/dates.js';
import { Chance } from '../chance.js';
import { grouped } from '../grouped.js';
import { areaOn, type NetworkPlan } from '../network/network-plan.js';
import type { PlannedPerson } from '../people/people-plan.js';
import type { PlannedStudy } from '../truth/truth-plan.js';
import { DAYS_GIVEN } from '../truth/truth-file.js';
import type { Ask } from './completions.js';
import type { PlannedAssignment } from './learning-load.queries.js';
import { leaderOn } from './leader-on.js';

/** Something that somebody asked some units for. */
export type PlannedAsk = PlannedAssignment & Ask;

interface Order {
  seed: number;
  until: IsoDate;
}

/** Weeks before the end of which managers asked their areas for a course, and for how many weeks. */
const MONTHLY = [
  { weeksAgo: 21, weeks: 4, share: 0.8 },
  { weeksAgo: 6, weeks: 5, share: 0.8 },
  { weeksAgo: 2, weeks: 4, share: 0.3 },
];

const REASONS = [
  'So that every customer gets a hello before it gets busy.',
  'Let’s start the month by listening well.',
  'Your customers tell us the line feels long.',
  'It helps with what we talked about at the huddle.',
  'Something to look at together before the next visit.',
  'Two branches did this last month and liked it.',
];

/** The last months' courses by area, and the waves of the studies, which the CX team asked for. */
export function planAsks(
  network: NetworkPlan,
  people: readonly PlannedPerson[],
  studies: readonly PlannedStudy[],
  courses: readonly string[],
  order: Order,
): PlannedAsk[] {
  if (courses.length === 0) return [];
  return [...areaAsks(network, people, courses, order), ...waveAsks(network, people, studies, order)];
}

function areaAsks(
  network: NetworkPlan,
  people: readonly PlannedPerson[],
  courses: readonly string[],
  { seed, until }: Order,
): PlannedAsk[] {
  const chance = Chance.of(seed, 'asks');
  return MONTHLY.flatMap(({ weeksAgo, weeks, share }) => {
    const day = addDays(mondayOf(until), -7 * weeksAgo);
    const units = grouped(
      network.units.filter(({ traffic }) => traffic > 0),
      (unit) => areaOn(unit, day),
    );
    return network.areas.flatMap(({ code }) => {
      const [asks, madeOn, slug, reason] = [
        chance.happens(share),
        addDays(day, chance.between(0, 4)),
        chance.pick(courses),
        chance.pick(REASONS),
      ];
      const madeBy = leaderOn(people, 'areaManager', code, madeOn);
      const open = (units.get(code) ?? []).filter((unit) => areaOn(unit, madeOn) === code);
      if (!asks || madeBy === null || open.length === 0) return [];
      const unitCodes = open.map((unit) => unit.code);
      return [ask(chance, { slug, madeOn, dueOn: addDays(madeOn, 7 * weeks), madeBy, reason, unitCodes })];
    });
  });
}

function waveAsks(
  network: NetworkPlan,
  people: readonly PlannedPerson[],
  studies: readonly PlannedStudy[],
  { seed }: Order,
): PlannedAsk[] {
  const chance = Chance.of(seed, 'wave asks');
  return studies.flatMap(({ key, slug, planned }) =>
    planned.flatMap(({ week, units }, index) => {
      const madeBy = leaderOn(people, 'author', null, week);
      const reason = `Wave ${index + 1} of “${key}”: branches take it in turns, so that we can see what it does.`;
      const unitCodes = units.map((unit) => network.units[unit]!.code);
      if (madeBy === null || unitCodes.length === 0) return [];
      return [ask(chance, { slug, madeOn: week, dueOn: addDays(week, DAYS_GIVEN), madeBy, reason, unitCodes })];
    }),
  );
}

function ask(chance: Chance, given: Omit<PlannedAsk, 'token' | 'madeAt'>): PlannedAsk {
  const at = startOfLondonDay(given.madeOn).getTime() + chance.between(8 * 3600, 17 * 3600) * 1000;
  const token = `generated-${given.madeBy}-${given.slug}-${given.madeOn}-${given.unitCodes[0]}`;
  return { ...given, token, madeAt: new Date(at).toISOString() };
}
