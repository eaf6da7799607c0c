import type { Role } from '../platform/actor.js';
import type { NetworkPlan } from '../generate/network/network-plan.js';
import type { PlannedCover } from '../generate/people/covers.js';
import type { PeoplePlan, PlannedPerson } from '../generate/people/people-plan.js';
import { ASHBRIDGE, LLANFELYN, NAMED, NORTHMERE } from './stories.js';

interface Part {
  who: { reference: string; name: string };
  role: Role;
  placeCode: string;
  /** What else is known of them. */
  change?: (person: PlannedPerson) => PlannedPerson;
}

/** Gives the people that a visitor can be the posts in which the stories need them, in place of whoever was there. */
export function withCast(network: NetworkPlan, { people }: PeoplePlan): PeoplePlan {
  const parts = partsIn(network);
  const cast = people.map((person) => {
    const index = parts.findIndex(({ role, placeCode }) => holdsNow(person, role, placeCode));
    const [part] = index < 0 ? [] : parts.splice(index, 1);
    if (part === undefined) return person;
    const named: PlannedPerson = {
      ...person,
      ...part.who,
      email: null,
      language: 'en',
      extraTimePercent: 0,
      leave: null,
    };
    return part.change?.(named) ?? named;
  });
  return { people: cast, covers: [whileDawnIsAway(cast)] };
}

function partsIn(network: NetworkPlan): Part[] {
  const department = (name: string) =>
    network.units.find((unit) => unit.kind === 'department' && unit.name === name)!.code;
  return [
    { who: NAMED.sam, role: 'staff', placeCode: ASHBRIDGE.code, change: (sam) => from(sam, '2026-08-03') },
    {
      who: NAMED.eleri,
      role: 'postmaster',
      placeCode: LLANFELYN.code,
      change: (eleri) => ({ ...eleri, language: 'cy' }),
    },
    { who: NAMED.jo, role: 'champion', placeCode: department('Digital'), change: champion },
    { who: NAMED.dawn, role: 'areaManager', placeCode: NORTHMERE.code },
    { who: NAMED.regional, role: 'regionalManager', placeCode: 'R1' },
    { who: NAMED.grace, role: 'author', placeCode: department('Customer experience') },
    { who: NAMED.nikhil, role: 'analyst', placeCode: department('Customer experience') },
    { who: NAMED.administrator, role: 'administrator', placeCode: department('Technology') },
  ];
}

function holdsNow(person: PlannedPerson, role: Role, placeCode: string): boolean {
  return person.postings.some(
    (posting) => posting.role === role && posting.place.code === placeCode && posting.to === null,
  );
}

function from(person: PlannedPerson, day: string): PlannedPerson {
  return { ...person, postings: person.postings.map((posting) => ({ ...posting, from: day })) };
}

/** Jo does nothing but champion. */
function champion(person: PlannedPerson): PlannedPerson {
  const only = person.postings.filter(({ role }) => role === 'champion');
  return { ...person, postings: only.map((posting) => ({ ...posting, main: true })) };
}

/** Dawn is away in the week after the named one, and the manager of the next area stands in. */
function whileDawnIsAway(people: readonly PlannedPerson[]): PlannedCover {
  return {
    forReference: NAMED.dawn.reference,
    deputyReference: people.find((person) => holdsNow(person, 'areaManager', 'A08'))!.reference,
    role: 'areaManager',
    place: { kind: 'area', code: NORTHMERE.code },
    startsOn: '2027-02-15',
    lastOn: '2027-02-19',
  };
}
