import { Injectable } from '@nestjs/common';
import { CoverOf } from '../../network/cover/cover-of.service.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { courseAssigned } from '../assignments.events.js';
import { CarryOut } from '../following/carry-out.service.js';
import { AssigningQueries } from './assigning.queries.js';
import type { AssignmentForm } from './assignments.forms.js';
import { audienceOf } from './audience.js';
import { AudienceQueries } from './audience.queries.js';
import { audienceOfChoice, type CheckedChoice } from './checked-choice.js';
import { ChoiceService } from './choice.service.js';

export interface Assigned extends Pick<CheckedChoice, 'dueOn'> {
  assignmentId: number;
  /** How many people are asked, in how many units, and whether all of these are branches. */
  people: number;
  unitsAsked: number;
  onlyBranches: boolean;
  /** A job is asking them now; people and units are what it will come to. */
  underWay: boolean;
}

@Injectable()
export class AssignmentsService {
  constructor(
    private readonly db: Database,
    private readonly choices: ChoiceService,
    private readonly audience: AudienceQueries,
    private readonly assigning: AssigningQueries,
    private readonly carry: CarryOut,
    private readonly cover: CoverOf,
    private readonly clock: Clock,
  ) {}

  /** Makes the assignment and its requirements, once however often the form is sent. */
  async assign(actor: Actor, form: AssignmentForm): Promise<Assigned> {
    const choice = await this.choices.check(actor, form);
    const units = await this.audience.byUnit(audienceOfChoice(choice), choice.course.courseId, this.clock.now());
    const expected = audienceOf(units);
    return this.db.write(async (tx) => {
      const assignmentId =
        (await this.make(tx, actor, form, choice, expected.willBeAsked)) ??
        (await this.assigning.madeWith(tx, form.formToken, actor.personId));
      if (assignmentId === null)
        throw new RuleBroken(t('This page had been open too long. Look at the preview again, then assign.'));
      const reached = await this.assigning.reached(tx, assignmentId);
      const underWay = reached.people === 0;
      const { unitsAsked, onlyBranches } = expected;
      const counted = underWay ? { people: expected.willBeAsked, unitsAsked, onlyBranches } : reached;
      return { dueOn: choice.dueOn, assignmentId, ...counted, underWay };
    });
  }

  /** The new assignment, or null when this form has been sent before. */
  private async make(tx: Tx, actor: Actor, form: AssignmentForm, choice: CheckedChoice, expected: number) {
    const { courseId } = choice.course;
    const audience = audienceOfChoice(choice);
    const cover = await this.cover.in(actor, assignmentPermissions.assign, audience);
    const coverId = cover?.id ?? null;
    const by = { formToken: form.formToken, madeBy: actor.personId, coverId };
    const made = { ...choice, ...by, courseId, roles: audience.roles };
    const id = await this.assigning.insert(tx, made);
    if (id === null) return null;
    await this.assigning.addAudience(tx, id, audience);
    const asked = await this.carry.begin(tx, { kind: 'made', assignmentId: id }, expected);
    if (asked === 0)
      throw new RuleBroken(t('Everybody there has finished it already, so there is nobody to ask.'), 'unit');
    await tx.record(courseAssigned({ assignmentId: id, courseId }, actor.personId));
    await tx.audit({
      actorId: actor.personId,
      action: 'assignments.assign',
      subjectKind: 'assignment',
      subjectId: id,
      coverId,
      detail: { units: audience.unitIds.length, people: audience.personIds.length, asked: asked ?? expected },
    });
    return id;
  }
}
