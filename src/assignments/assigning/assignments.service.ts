import { Injectable } from '@nestjs/common';
import type { CourseCard } from '../../courses/course-version.js';
import { CoursesQueries } from '../../courses/courses.queries.js';
import { NetworkQueries, type UnitPlace } from '../../network/network.queries.js';
import { ASSIGNS_IN_OWN_UNIT } from '../../network/reach.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { isAssignable } from './assignable.js';
import { AssigningQueries } from './assigning.queries.js';
import { courseAssigned } from '../assignments.events.js';
import type { AssignmentForm, ChoiceForm } from './assignments.forms.js';
import { checkDueDate } from './due-date.js';
import { checkUnits, wantedCodes } from './wanted-units.js';

/** A choice that was checked: the course is published and every unit may be asked by the actor. */
export interface CheckedChoice {
  course: CourseCard;
  units: UnitPlace[];
  reason: string;
  dueOn: IsoDate;
}

export interface Assigned extends CheckedChoice {
  assignmentId: number;
  /** How many people are asked, and in which of the units they are. */
  people: number;
  unitsAsked: UnitPlace[];
}

const STALE = 'This page had been open too long. Look at the preview again, then assign.';
const NOBODY = 'Everybody there has finished it already, so there is nobody to ask.';

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly assigning: AssigningQueries,
    private readonly network: NetworkQueries,
    private readonly courses: CoursesQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws RuleBroken for a course, a unit or a day that cannot be chosen; in words, and with its field. */
  async check(actor: Actor, form: ChoiceForm): Promise<CheckedChoice> {
    const course = (await this.courses.published()).find((one) => one.slug === form.course && isAssignable(one));
    if (!course) throw new RuleBroken('Choose a course.', 'course');
    const units = await this.unitsOf(actor, form);
    return { course, units, reason: form.reason, dueOn: checkDueDate(form.dueOn, this.clock.today()) };
  }

  /** Makes the assignment and its requirements, once however often the form is sent. */
  async assign(actor: Actor, form: AssignmentForm): Promise<Assigned> {
    const choice = await this.check(actor, form);
    return this.db.write(async (tx) => {
      const assignmentId =
        (await this.make(tx, actor, form, choice)) ??
        (await this.assigning.madeWith(tx, form.formToken, actor.personId));
      if (assignmentId === null) throw new RuleBroken(STALE);
      const { people, unitIds } = await this.assigning.reached(tx, assignmentId);
      return { ...choice, assignmentId, people, unitsAsked: choice.units.filter((unit) => unitIds.includes(unit.id)) };
    });
  }

  /** The new assignment, or null when this form has been sent before. */
  private async make(
    tx: Tx,
    actor: Actor,
    { formToken }: AssignmentForm,
    choice: CheckedChoice,
  ): Promise<number | null> {
    const { courseId } = choice.course;
    const id = await this.assigning.insert(tx, { formToken, courseId, madeBy: actor.personId, ...choice });
    if (id === null) return null;
    const unitIds = choice.units.map((unit) => unit.id);
    await this.assigning.addUnits(tx, id, unitIds);
    const asked = await this.assigning.materialise(tx, id);
    if (asked === 0) throw new RuleBroken(NOBODY, 'unit');
    await tx.record(courseAssigned({ assignmentId: id, courseId }, actor.personId));
    await tx.audit({
      actorId: actor.personId,
      action: 'assignments.assign',
      subjectKind: 'assignment',
      subjectId: id,
      detail: { units: unitIds.length, asked },
    });
    return id;
  }

  /** The units that the actor may ask, among those the form names. */
  private async unitsOf(actor: Actor, form: ChoiceForm): Promise<UnitPlace[]> {
    const codes = wantedCodes(form.unit, form.codes);
    const led = new Set(await this.network.unitIdsLed(actor, ASSIGNS_IN_OWN_UNIT));
    const named = (await this.network.unitsByCodes(actor, codes)).filter((unit) => led.has(unit.id));
    const whole = await this.wholeArea(actor, form.everyUnitOf);
    checkUnits([...codes, ...whole.map((unit) => unit.code)], new Set([...named, ...whole].map((unit) => unit.code)));
    return [...new Map([...named, ...whole].map((unit) => [unit.id, unit])).values()];
  }

  private async wholeArea(actor: Actor, code: string): Promise<UnitPlace[]> {
    if (code === '') return [];
    const area = await this.network.areaByCode(actor, code);
    if (!area) throw new RuleBroken(`We can’t find the area ${code} among yours.`, 'unit');
    return this.network.unitsOfArea(actor, area.id);
  }
}
