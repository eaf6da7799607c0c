import type { CourseCard } from '../../courses/course-version.js';
import type { AreaPlace, RegionPlace, UnitPlace } from '../../network/network.queries.js';
import type { IsoDate } from '../../platform/dates.js';
import type { AskableRole, ChosenAudience } from './chosen-audience.js';
import type { FoundPerson } from './people-search.queries.js';

/** A choice that was checked: the course is published, and every place and person may be asked by the actor. */
export interface CheckedChoice {
  course: CourseCard;
  units: UnitPlace[];
  areas: AreaPlace[];
  regions: RegionPlace[];
  network: boolean;
  /** Empty: everybody in the places. */
  roles: AskableRole[];
  people: FoundPerson[];
  reason: string;
  dueOn: IsoDate;
}

export function audienceOfChoice({ units, areas, regions, network, roles, people }: CheckedChoice): ChosenAudience {
  return {
    unitIds: units.map((unit) => unit.id),
    areaIds: areas.map((area) => area.id),
    regionIds: regions.map((region) => region.id),
    network,
    roles: roles.length > 0 ? roles : null,
    personIds: people.map((person) => person.personId),
  };
}
