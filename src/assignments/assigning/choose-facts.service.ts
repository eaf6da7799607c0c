import { Injectable } from '@nestjs/common';
import type { CourseCard } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { type AreaPlace, NetworkQueries, type RegionPlace, type UnitPlace } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { isAssignable } from './assignable.js';
import type { ChoiceForm } from './assignments.forms.js';
import { ChoiceService } from './choice.service.js';
import { type FoundPerson, MOST_FOUND } from './people-search.queries.js';

export interface ChooseFacts {
  courses: CourseCard[];
  /** Chosen already; only those that the actor may ask. */
  chosen: UnitPlace[];
  /** The others that the page lists. */
  others: UnitPlace[];
  /** The area whose units are listed. */
  area: AreaPlace | null;
  /** More than one when the actor may look at another area's units. */
  areas: AreaPlace[];
  /** Whole regions that may be asked at once. */
  regions: RegionPlace[];
  /** Whether the whole network may be. */
  network: boolean;
  /** Named already. */
  people: FoundPerson[];
  /** What the search found, without those named already; null without a search. */
  found: { people: FoundPerson[]; more: boolean } | null;
}

/** Everything the first step offers. */
@Injectable()
export class ChooseFactsService {
  constructor(
    private readonly network: NetworkQueries,
    private readonly courses: CoursesQueries,
    private readonly choices: ChoiceService,
  ) {}

  async factsFor(actor: Actor, form: ChoiceForm, areaCode: string): Promise<ChooseFacts> {
    const [courses, areas, regions, ledIds, named, people, found] = await Promise.all([
      this.courses.published(),
      this.network.areasInReach(actor),
      this.network.regionsInReach(actor),
      this.network.unitIdsLed(actor, assignmentPermissions.assign.roles),
      this.network.unitsByCodes(actor, form.unit),
      this.choices.byReferences(actor, form.person),
      this.choices.find(actor, form.find),
    ]);
    const led = new Set(ledIds);
    const chosen = named.filter((unit) => led.has(unit.id));
    const area = areaInFocus(areas, areaCode, chosen);
    const listed = await this.listed(actor, area, areas);
    const others = listed.filter((unit) => led.has(unit.id) && !chosen.some((one) => one.id === unit.id));
    return {
      courses: courses.filter(isAssignable),
      chosen,
      others,
      area,
      areas,
      regions,
      network: actor.reach.network,
      people,
      found: form.find === '' ? null : withoutNamed(found, people),
    };
  }

  private listed(actor: Actor, area: AreaPlace | null, areas: AreaPlace[]): Promise<UnitPlace[]> | UnitPlace[] {
    if (area) return this.network.unitsOfArea(actor, area.id);
    return areas.length === 0 ? this.network.unitsInReach(actor) : [];
  }
}

/** The one asked for, the only one, or the one in which the chosen units stand. */
function areaInFocus(areas: AreaPlace[], code: string, chosen: UnitPlace[]): AreaPlace | null {
  const wanted = areas.find((area) => area.code === code) ?? areas.find((area) => area.id === chosen[0]?.areaId);
  return wanted ?? (areas.length === 1 ? areas[0]! : null);
}

function withoutNamed(found: FoundPerson[], people: FoundPerson[]) {
  const shown = found.slice(0, MOST_FOUND).filter((one) => !people.some((named) => named.personId === one.personId));
  return { people: shown, more: found.length > MOST_FOUND };
}
