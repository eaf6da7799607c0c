import { type IsoDate, startOfLondonDay } from '../platform/dates.js';
import { Chance } from '../generate/chance.js';
import { holds } from '../generate/days.js';
import type { Ask } from '../generate/learning/completions.js';
import type { PlannedAssignment } from '../generate/learning/learning-load.queries.js';
import { areaOn, homeAreaOf, type NetworkPlan } from '../generate/network/network-plan.js';
import type { PlannedPerson } from '../generate/people/people-plan.js';
import { CENTRAL } from './demo-layout.js';
import { ASHBRIDGE, NAMED, NORTHMERE, SEED } from './stories.js';

/** What each area manager asked for in the last months: one course a month, from the catalogue, for the whole area. */
const MONTHS: (Ask & { reason: string })[] = [
  {
    madeOn: '2026-10-05',
    dueOn: '2026-11-02',
    slug: 'the-first-ten-seconds',
    reason: 'So that every customer gets a hello before Christmas gets busy.',
  },
  {
    madeOn: '2027-01-18',
    dueOn: '2027-02-15',
    slug: 'hearing-what-isnt-said',
    reason: 'Let’s start the year by listening well.',
  },
];

/** What Dawn asked Sam's team for; three things are waiting on Sam's home page. */
const ASHBRIDGE_NOW: (Ask & { reason: string })[] = [
  {
    madeOn: '2027-02-01',
    slug: 'queues-keep-people-in-the-loop',
    reason: 'Your Saturdays are busy, and this helps the line feel shorter.',
    dueOn: '2027-02-12',
  },
  {
    madeOn: '2027-02-01',
    slug: 'checking-id-without-the-awkwardness',
    reason: 'New passport checks begin in March.',
    dueOn: '2027-03-05',
  },
];

/** Something a manager asked some units for. */
export type PlannedAsk = PlannedAssignment & Ask;

/** Everything that colleagues were asked for and by whom: they finish most of it. */
export function planAsks(network: NetworkPlan, people: readonly PlannedPerson[]): PlannedAsk[] {
  const chance = Chance.of(SEED, 'demo asks');
  const monthly = network.areas
    .filter(({ code }) => code !== CENTRAL)
    .flatMap(({ code }) =>
      MONTHS.map((month) =>
        made(chance, managerOf(people, code, month.madeOn), month, unitsOf(network, code, month.madeOn)),
      ),
    );
  const now = ASHBRIDGE_NOW.map((wish) => made(chance, NAMED.dawn.reference, wish, neighbours(network)));
  return [...monthly, ...now];
}

function made(chance: Chance, madeBy: string, wish: (typeof MONTHS)[number], unitCodes: string[]): PlannedAsk {
  const at = startOfLondonDay(wish.madeOn).getTime() + chance.between(8 * 3600, 17 * 3600) * 1000;
  const token = `demo-${madeBy}-${wish.slug}-${wish.madeOn}`;
  return { ...wish, token, madeBy, madeAt: new Date(at).toISOString(), unitCodes };
}

function managerOf(people: readonly PlannedPerson[], areaCode: string, day: IsoDate): string {
  return people.find(({ postings }) => postings.some((one) => one.place.code === areaCode && holds(one, day)))!
    .reference;
}

function unitsOf(network: NetworkPlan, areaCode: string, day: IsoDate): string[] {
  return network.units.filter((unit) => areaOn(unit, day) === areaCode).map(({ code }) => code);
}

/** Ashbridge and five other branches of the area. */
function neighbours(network: NetworkPlan): string[] {
  const area = network.units.filter((unit) => homeAreaOf(unit) === NORTHMERE.code).map(({ code }) => code);
  return [ASHBRIDGE.code, ...area.filter((code) => code !== ASHBRIDGE.code).slice(3, 8)];
}
