import type { Role } from '../../platform/actor.js';
import { addDays, daysBetween, type IsoDate } from '../../platform/dates.js';
import type { Chance } from '../chance.js';
import type { Span } from '../days.js';
import type { NetworkPlan, PlannedUnit } from '../network/network-plan.js';
import { type Hiring, OFFICE, openings, type Terms } from './hiring.js';
import type { PlannedPerson, PlannedPlace, PlannedPosting } from './people-plan.js';

/** How often a post has passed from one person to another over the years. */
const HANDED_OVER = { postmaster: 0.22, manager: 0.3 };

/** Everybody with a post of which there is one at a time, and those who held it before; then the CX team and the champions. */
export function leadersOf(chance: Chance, network: NetworkPlan, hiring: Hiring): PlannedPerson[] {
  const always = { from: network.areas[0]!.regions[0]!.from, to: null };
  const over = (kind: 'area' | 'region', role: Role) => (place: { code: string }) =>
    holders(chance, { kind, code: place.code }, role, always, OFFICE, hiring);
  return [
    ...network.regions.flatMap(over('region', 'regionalManager')),
    ...network.areas.flatMap(over('area', 'areaManager')),
    ...network.units.flatMap((unit) => leadersIn(chance, unit, network.units.length < LARGE ? 1 : TEAM, hiring)),
  ];
}

/** From this many units on, the CX team is more than one author, one analyst and one administrator. */
const LARGE = 2000;
const TEAM = 4;

function leadersIn(chance: Chance, unit: PlannedUnit, authors: number, hiring: Hiring): PlannedPerson[] {
  const place: PlannedPlace = { kind: 'unit', code: unit.code };
  if (unit.kind === 'paymentPoint') return [];
  if (unit.kind === 'branch') return postmasters(chance, unit, place, hiring);
  const [open] = openings(unit);
  const one = (role: Role) => hiring.person(OFFICE, [posting(place, role, open!)], true);
  const manager = holders(chance, place, 'departmentManager', open!, OFFICE, hiring);
  const champion = hiring.person(OFFICE, championing(place, open!), true);
  return [...manager, champion, ...centralPosts(unit, authors).map(one)];
}

/** A champion is one beside the work of every day. */
function championing(place: PlannedPlace, open: Span): PlannedPosting[] {
  return [posting(place, 'staff', open), { ...posting(place, 'champion', open), main: false }];
}

/** Who works for the whole network sits in two departments. */
function centralPosts({ name }: PlannedUnit, authors: number): Role[] {
  if (name === 'Technology') return ['administrator'];
  if (name !== 'Customer experience') return [];
  return [
    ...new Array<Role>(authors).fill('author'),
    ...new Array<Role>(Math.ceil(authors / 2)).fill('analyst'),
    'administrator',
  ];
}

/** Most who keep a branch are in business for themselves and few of them have an address of ours. */
function postmasters(chance: Chance, unit: PlannedUnit, place: PlannedPlace, hiring: Hiring): PlannedPerson[] {
  const terms = { nation: unit.nation, payroll: 0.25, email: 0.6 };
  if (unit.team !== null)
    return [
      hiring.person(
        terms,
        openings(unit).map((open) => posting(place, 'postmaster', open)),
        true,
      ),
    ];
  const [first, ...later] = openings(unit);
  const people = holders(chance, place, 'postmaster', first!, terms, hiring);
  for (const open of later) people.at(-1)!.postings.push(posting(place, 'postmaster', open));
  return people;
}

/** One after the other without a gap. Some who take over had worked in the place before. */
function holders(
  chance: Chance,
  place: PlannedPlace,
  role: Role,
  open: Span,
  terms: Terms,
  hiring: Hiring,
): PlannedPerson[] {
  const handedOver = chance.happens(role === 'postmaster' ? HANDED_OVER.postmaster : HANDED_OVER.manager);
  const change = handedOver && hiring.mayChange(place.code) ? handover(chance, open, hiring.until) : null;
  if (change === null) return [hiring.person(terms, [posting(place, role, open)])];
  const before = hiring.person(terms, [posting(place, role, { from: open.from, to: change })]);
  const rose =
    role === 'postmaster' && chance.happens(0.5) ? [posting(place, 'staff', { from: open.from, to: change })] : [];
  return [before, hiring.person(terms, [...rose, posting(place, role, { from: change, to: open.to })])];
}

function handover(chance: Chance, { from, to }: Span, until: IsoDate): IsoDate | null {
  const days = daysBetween(from, to ?? until);
  return days < 240 ? null : addDays(from, chance.between(100, days - 100));
}

export function posting(place: PlannedPlace, role: Role, { from, to }: Span): PlannedPosting {
  return { place, role, main: true, from, to };
}
