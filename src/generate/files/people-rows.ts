import { PERSON_COLUMNS } from '../../network/imports/person-row.js';
import type { PeoplePlan } from '../people/people-plan.js';
import { lastDay } from './units-rows.js';

/** The people file of a plan (README, "Files"): a row for each posting. */
export function* peopleRows({ people }: PeoplePlan): Generator<string[]> {
  yield [...PERSON_COLUMNS];
  for (const { reference, name, email, postings } of people) {
    for (const { place, role, from, to } of postings) {
      yield [reference, name, email ?? '', place.code, role, from, lastDay(to)];
    }
  }
}
