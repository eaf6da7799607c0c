import { type IsoDate, startOfLondonDay } from '../platform/dates.js';
import type { Chance } from '../generate/chance.js';
import type { PlannedAssignment } from './learning-load.queries.js';
import type { PlannedAsk } from './learning-plan.js';
import { CENTRAL, type NetworkPlan } from './network-plan.js';
import type { PlannedPerson } from './people-plan.js';
import { ASHBRIDGE, NAMED, NORTHMERE } from './stories.js';

/** What each area manager asked for in the last months: one course a month, from the catalogue, for the whole area. */
const MONTHS: { madeOn: IsoDate; dueOn: IsoDate; slug: string; reason: string }[] = [
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
const ASHBRIDGE_NOW: { madeOn: IsoDate; slug: string; reason: string; dueOn: IsoDate }[] = [
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

/** What colleagues were asked for, whoever asked: they finish most of it. */
export function asksOf(network: NetworkPlan): PlannedAsk[] {
  return [
    ...MONTHS.map((month) => ({ ...month, unitCodes: null })),
    ...ASHBRIDGE_NOW.map((wish) => ({ ...wish, unitCodes: neighbours(network) })),
  ];
}

export function planAssignments(chance: Chance, network: NetworkPlan, people: PlannedPerson[]): PlannedAssignment[] {
  const managers = people.filter((person) => person.role === 'areaManager' && person.areaCode !== CENTRAL);
  const monthly = managers.flatMap((manager) =>
    MONTHS.map((month) => ({
      ...made(chance, manager.reference, month),
      unitCodes: network.units.filter((unit) => unit.areaCode === manager.areaCode).map((unit) => unit.code),
    })),
  );
  const now = ASHBRIDGE_NOW.map((wish) => ({
    ...made(chance, NAMED.dawn.reference, wish),
    unitCodes: neighbours(network),
  }));
  return [...monthly, ...now];
}

function made<T extends { madeOn: IsoDate; slug: string }>(chance: Chance, madeBy: string, wish: T) {
  const at = startOfLondonDay(wish.madeOn).getTime() + chance.between(8 * 3600, 17 * 3600) * 1000;
  return { ...wish, token: `demo-${madeBy}-${wish.slug}-${wish.madeOn}`, madeBy, madeAt: new Date(at).toISOString() };
}

/** Ashbridge and five other branches of the area. */
function neighbours(network: NetworkPlan): string[] {
  const area = network.units.filter((unit) => unit.areaCode === NORTHMERE.code).map((unit) => unit.code);
  return [ASHBRIDGE.code, ...area.filter((code) => code !== ASHBRIDGE.code).slice(3, 8)];
}
