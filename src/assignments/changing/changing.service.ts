import { Injectable } from '@nestjs/common';
import { CoverOf } from '../../network/cover/cover-of.service.js';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { assignmentEnded, assignmentExtended } from '../assignments.events.js';
import { CarryOut } from '../following/carry-out.service.js';
import { mayUndo } from '../messages/undo-day.js';
import { AssignmentReach } from './assignment-reach.service.js';
import type { ExtensionForm } from './changing.forms.js';
import { ChangingQueries, type HeldAssignment } from './changing.queries.js';
import { checkExtension } from './extension-rule.js';
import { tokenOf } from './form-token.js';

/** Changes a whole assignment, or the dates of some of its people. Sent twice, each form does one thing. */
@Injectable()
export class ChangingService {
  constructor(
    private readonly db: Database,
    private readonly reach: AssignmentReach,
    private readonly changing: ChangingQueries,
    private readonly carry: CarryOut,
    private readonly cover: CoverOf,
  ) {}

  /** As if it had never been made: on the day itself, by whoever may change the whole of it. */
  async undo(actor: Actor, id: string): Promise<void> {
    const { assignment } = await this.reach.whole(actor, id);
    await this.end(actor, assignment.id, { kind: 'undone', reason: null });
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    const { assignment } = await this.reach.whole(actor, id);
    await this.end(actor, assignment.id, { kind: 'withdrawn', reason });
  }

  /** @returns how many people have more time now, null while a job is giving it to them */
  async extend(actor: Actor, id: string, form: ExtensionForm): Promise<number | null> {
    const everybody = form.everybody === 'yes';
    const { assignment, led } = await (everybody ? this.reach.whole(actor, id) : this.reach.of(actor, id));
    const token = tokenOf(form.formToken, form.dueOn, everybody ? 'everybody' : form.person);
    return this.db.write(async (tx) => {
      const held = await this.changing.hold(tx, assignment.id);
      const before = await this.changing.extendedWith(tx, token);
      if (before !== null) return before;
      checkRunning(held);
      const open = await this.chosen(tx, held.id, led, everybody ? null : form.person);
      const current = everybody ? held.dueOn : open.map((one) => one.dueOn).sort()[0]!;
      const dueOn = checkExtension(form.dueOn, current, londonDate(tx.now));
      const personIds = everybody ? null : open.map((one) => one.personId);
      return this.giveTime(tx, actor, held.id, { token, dueOn, personIds, people: open.length });
    });
  }

  private async giveTime(tx: Tx, actor: Actor, id: number, given: Given): Promise<number | null> {
    const { personIds, people } = given;
    const coverId = await this.coverOf(tx, actor, id, personIds);
    const extensionId = await this.changing.extend(tx, { ...given, id, by: actor.personId, coverId });
    await tx.record(assignmentExtended({ assignmentId: id, extensionId }, actor.personId));
    const detail = { dueOn: given.dueOn, people: personIds?.length ?? 'everybody' };
    await this.audit(tx, actor, 'extend', id, detail, coverId);
    const change = { assignmentId: id, extensionId, madeBy: actor.personId, personIds };
    return this.carry.begin(tx, { kind: 'extended', ...change }, people);
  }

  private async end(
    actor: Actor,
    id: number,
    { kind, reason }: { kind: 'undone' | 'withdrawn'; reason: string | null },
  ) {
    await this.db.write(async (tx) => {
      const held = await this.changing.hold(tx, id);
      if (held.ended === kind) return;
      checkRunning(held);
      if (kind === 'undone') checkUndoDay(held, tx.now);
      const coverId = await this.coverOf(tx, actor, id, null);
      await this.changing.end(tx, id, { kind, reason, by: actor.personId, coverId });
      await tx.record(assignmentEnded({ assignmentId: id }, actor.personId));
      await this.audit(tx, actor, kind === 'undone' ? 'undo' : 'withdraw', id, {}, coverId);
      const people = await this.changing.size(tx, id);
      await this.carry.begin(tx, { kind: 'ended', assignmentId: id, madeBy: actor.personId, reason }, people);
    });
  }

  /** Those of the people chosen who still have to finish. */
  private async chosen(tx: Tx, id: number, led: readonly number[], references: readonly string[] | null) {
    if (references?.length === 0) throw new RuleBroken(t('Choose who should have more time.'), 'person');
    const people = await this.changing.people(tx, id, led, references, tx.now);
    const open = people.filter((one) => !one.finished && !one.settled);
    if (references && open.length === 0)
      throw new RuleBroken(t('They have finished already, so there is nobody to give more time.'), 'person');
    return open;
  }

  /** Under which cover these people, or all of an assignment (null), are dealt with. */
  private async coverOf(tx: Tx, actor: Actor, id: number, personIds: number[] | null): Promise<number | null> {
    const named = personIds ? { personIds } : await this.changing.named(tx, id);
    return (await this.cover.in(actor, assignmentPermissions.assign, named))?.id ?? null;
  }

  private audit(tx: Tx, actor: Actor, what: string, id: number, detail: object, coverId: number | null): Promise<void> {
    const subject = { subjectKind: 'assignment', subjectId: id, coverId };
    return tx.audit({ actorId: actor.personId, action: `assignments.${what}`, ...subject, detail });
  }
}

interface Given {
  token: string;
  dueOn: IsoDate;
  /** Null: everybody. */
  personIds: number[] | null;
  people: number;
}

function checkRunning({ ended }: HeldAssignment): void {
  if (ended === 'undone') throw new RuleBroken(t('This assignment was undone, so nothing of it can be changed.'));
  if (ended === 'withdrawn') throw new RuleBroken(t('This assignment was withdrawn, so nothing of it can be changed.'));
}

function checkUndoDay({ madeAt }: HeldAssignment, now: Date): void {
  if (!mayUndo(madeAt, now))
    throw new RuleBroken(t('The day on which it was made is over. Withdraw it instead, with a reason.'));
}
