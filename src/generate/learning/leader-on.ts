import type { Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { holds } from '../days.js';
import { grouped } from '../grouped.js';
import type { PlannedPerson } from '../people/people-plan.js';

const HOLDERS = new WeakMap<readonly PlannedPerson[], Map<string, PlannedPerson[]>>();

/** The reference of whoever held a role in a place on a day, or anywhere when the place is null; null when nobody did. */
export function leaderOn(
  people: readonly PlannedPerson[],
  role: Role,
  code: string | null,
  day: IsoDate,
): string | null {
  const held = holders(people).get(role) ?? [];
  const leader = held.find(({ postings }) =>
    postings.some((one) => one.role === role && (code === null || one.place.code === code) && holds(one, day)),
  );
  return leader?.reference ?? null;
}

/** People by the roles they ever held, found once for each plan. */
function holders(people: readonly PlannedPerson[]): Map<string, PlannedPerson[]> {
  const known = HOLDERS.get(people);
  if (known !== undefined) return known;
  const pairs = people.flatMap((person) =>
    [...new Set(person.postings.map(({ role }) => role))]
      .filter((role) => role !== 'staff')
      .map((role) => ({ role, person })),
  );
  const made = new Map(
    [...grouped(pairs, ({ role }) => role)].map(([role, of]) => [role as string, of.map(({ person }) => person)]),
  );
  HOLDERS.set(people, made);
  return made;
}
