import { Injectable } from '@nestjs/common';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { NetworkQueries, type UnitPlace } from '../../network/network.queries.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { isAssignable } from './assignable.js';
import type { ChoiceForm } from './assignments.forms.js';
import { audienceOfChoice, type CheckedChoice } from './checked-choice.js';
import { hasPlaces } from './chosen-audience.js';
import { checkDueDate } from './due-date.js';
import { type FoundPerson, type Led, PeopleSearchQueries } from './people-search.queries.js';
import { checkPeople, wantedReferences } from './wanted-people.js';
import { checkUnits, wantedCodes } from './wanted-units.js';

/** Checks what somebody chose against what they may choose. Out of reach reads like what nobody has. */
@Injectable()
export class ChoiceService {
  constructor(
    private readonly network: NetworkQueries,
    private readonly courses: CoursesQueries,
    private readonly search: PeopleSearchQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken for a course, a place, a person or a day that cannot be chosen; in words, and with its field. */
  async check(actor: Actor, form: ChoiceForm): Promise<CheckedChoice> {
    const course = (await this.courses.published()).find((one) => one.slug === form.course && isAssignable(one));
    if (!course) throw new RuleBroken(t('Choose a course.'), 'course');
    const choice = {
      course,
      units: await this.unitsOf(actor, form),
      areas: await Promise.all(form.everyUnitOf.slice(0, MOST_PLACES).map((code) => this.area(actor, code))),
      regions: await Promise.all(form.everyAreaOf.slice(0, MOST_PLACES).map((code) => this.region(actor, code))),
      network: form.everywhere === 'yes',
      roles: form.role,
      people: await this.peopleOf(actor, form),
      reason: form.reason,
      dueOn: checkDueDate(form.dueOn, this.clock.today()),
    };
    if (choice.network && !actor.reach.network) throw new RuleBroken(t('Choose places that are yours.'), 'unit');
    if (!hasPlaces(audienceOfChoice(choice)) && choice.people.length === 0)
      throw new RuleBroken(t('Choose at least one branch or team, or name people.'), 'unit');
    return choice;
  }

  /** People of the actor's by a name or a reference. */
  async find(actor: Actor, words: string): Promise<FoundPerson[]> {
    return words === '' ? [] : this.search.search(words, await this.led(actor), this.clock.today());
  }

  async byReferences(actor: Actor, references: readonly string[]): Promise<FoundPerson[]> {
    if (references.length === 0) return [];
    return this.search.byReferences(references, await this.led(actor), this.clock.today());
  }

  private async led(actor: Actor): Promise<Led> {
    return actor.reach.network ? null : this.network.unitIdsLed(actor, assignmentPermissions.assign.roles);
  }

  /** The units that the actor may ask, among those the form names. */
  private async unitsOf(actor: Actor, form: ChoiceForm): Promise<UnitPlace[]> {
    const codes = wantedCodes(form.unit, form.codes);
    if (codes.length === 0) return [];
    const led = new Set(await this.network.unitIdsLed(actor, assignmentPermissions.assign.roles));
    const named = (await this.network.unitsByCodes(actor, codes)).filter((unit) => led.has(unit.id));
    checkUnits(codes, new Set(named.map((unit) => unit.code)));
    return named;
  }

  private async peopleOf(actor: Actor, form: ChoiceForm): Promise<FoundPerson[]> {
    const wanted = wantedReferences(form.person, form.references);
    const found = await this.byReferences(actor, wanted);
    checkPeople(wanted, new Set(found.map((person) => person.reference)));
    return found;
  }

  private async area(actor: Actor, code: string) {
    const area = await this.network.areaByCode(actor, code);
    if (!area) throw new RuleBroken(t('We can’t find the area {code} among yours.', { code }), 'unit');
    return area;
  }

  private async region(actor: Actor, code: string) {
    const region = await this.network.regionByCode(actor, code);
    if (!region) throw new RuleBroken(t('We can’t find the region {code} among yours.', { code }), 'unit');
    return region;
  }
}

/** More are not to be had on the page. */
const MOST_PLACES = 20;
