import { Injectable } from '@nestjs/common';
import { CoverOf } from '../../network/cover/cover-of.service.js';
import type { Actor, CoverHeld } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { assignmentPermissions } from '../assignments.policy.js';
import { requirementSettled } from '../assignments.events.js';
import { Telling } from '../messages/telling.service.js';
import { AssignmentReach } from './assignment-reach.service.js';
import type { DecisionForm, NudgeForm } from './changing.forms.js';
import { ChangingQueries, type PersonAsked } from './changing.queries.js';
import { tokenOf } from './form-token.js';
import { type LeftOut, whyLeftOut } from './nudge-limit.js';

/** Who was nudged, and who was not and why. */
export interface Nudged {
  people: PersonAsked[];
  leftOut: { person: PersonAsked; why: LeftOut }[];
}

/** Nobody waits for a page that writes to more. */
const MOST_AT_ONCE = 2_000;

/** What a manager does for single people of an assignment. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Database,
    private readonly reach: AssignmentReach,
    private readonly changing: ChangingQueries,
    private readonly telling: Telling,
    private readonly cover: CoverOf,
  ) {}

  async nudge(actor: Actor, id: string, form: NudgeForm): Promise<Nudged> {
    const { assignment, led } = await this.reach.of(actor, id);
    const references = form.everybody === 'yes' ? null : form.person;
    if (references?.length === 0) throw new RuleBroken(t('Choose whom to nudge.'), 'person');
    if (assignment.ended) throw new RuleBroken(t('This assignment is over, so there is nobody to nudge.'));
    const token = tokenOf(form.formToken, references ?? 'everybody');
    return this.db.write(async (tx) => {
      await this.changing.hold(tx, assignment.id);
      const people = await this.changing.people(tx, assignment.id, led, references, tx.now);
      const before = await this.changing.nudgedWith(tx, token);
      if (before) return sort(people, londonDate(tx.now), before);
      const nudged = sort(people, londonDate(tx.now));
      checkNudge(nudged);
      if (nudged.people.length > 0) await this.write(tx, actor, assignment.id, token, nudged);
      return nudged;
    });
  }

  private async write(tx: Tx, actor: Actor, id: number, token: string, { people, leftOut }: Nudged): Promise<void> {
    const personIds = people.map((one) => one.personId);
    const cover = await this.cover.in(actor, assignmentPermissions.assign, { personIds });
    const coverId = cover?.id ?? null;
    const nudgeId = await this.changing.nudge(tx, { token, id, by: actor.personId, coverId, personIds });
    await this.telling.nudged(tx, id, personIds, { id: nudgeId, ...makerOf(actor, cover) });
    await tx.audit({
      actorId: actor.personId,
      action: 'assignments.nudge',
      subjectKind: 'assignment',
      subjectId: id,
      coverId,
      detail: { nudged: people.length, leftOut: leftOut.length },
    });
  }

  /** Lets one person off, or takes it as done; the learner reads who and why. */
  async settle(
    actor: Actor,
    id: string,
    reference: string,
    form: DecisionForm & { kind: Decided },
  ): Promise<PersonAsked> {
    const { assignment, led } = await this.reach.of(actor, id);
    const token = tokenOf(form.formToken, reference, form.kind, form.reason);
    return this.db.write(async (tx) => {
      await this.changing.hold(tx, assignment.id);
      const [person] = await this.changing.people(tx, assignment.id, led, [reference], tx.now);
      if (!person) throw new NotFound();
      if (await this.changing.decidedWith(tx, token)) return person;
      checkOpen(person);
      await this.decide(tx, actor, assignment.id, person, { token, kind: form.kind, reason: form.reason });
      return person;
    });
  }

  private async decide(tx: Tx, actor: Actor, id: number, person: PersonAsked, decision: Deciding): Promise<void> {
    const { requirementId, personId } = person;
    const { kind, reason } = decision;
    const cover = await this.cover.in(actor, assignmentPermissions.assign, { personIds: [personId] });
    const coverId = cover?.id ?? null;
    await this.changing.decide(tx, { ...decision, requirementId, by: actor.personId, coverId });
    const askedBy = await this.changing.askedBy(tx, requirementId);
    await this.telling.callOffForTheDone(
      tx,
      askedBy.map((assignmentId) => ({ assignmentId, personId })),
    );
    await this.telling.settled(tx, requirementId, { kind, reason, ...makerOf(actor, cover) });
    await tx.record(requirementSettled({ requirementId }, actor.personId));
    const detail = { requirementId, assignmentId: id };
    const subject = { subjectKind: 'person', subjectId: personId, coverId };
    await tx.audit({ actorId: actor.personId, action: `assignments.${kind}`, ...subject, detail });
  }
}

type Decided = 'waived' | 'markedComplete';

interface Deciding {
  token: string;
  kind: Decided;
  reason: string;
}

/** Who did it, as the messages about it say. */
function makerOf({ personId, name }: Actor, cover: CoverHeld | null) {
  return { madeBy: personId, by: name, byFor: cover?.forName ?? null };
}

/** @param before those whom this very form has nudged already: they are not left out for it */
function sort(people: readonly PersonAsked[], today: string, before: readonly number[] = []): Nudged {
  const judged = people.map((person) => ({
    person,
    why: before.includes(person.personId) ? null : whyLeftOut(person, today),
  }));
  return {
    people: judged.filter(({ why }) => why === null).map(({ person }) => person),
    leftOut: judged.flatMap(({ person, why }) => (why === null ? [] : [{ person, why }])),
  };
}

function checkOpen({ name, finished, settled }: PersonAsked): void {
  if (finished) throw new RuleBroken(t('{name} has finished it already.', { name }));
  if (settled) throw new RuleBroken(t('This has been settled for {name} already.', { name }));
}

function checkNudge({ people, leftOut }: Nudged): void {
  if (people.length + leftOut.length === 0) throw new RuleBroken(t('Choose whom to nudge.'), 'person');
  if (people.length > MOST_AT_ONCE)
    throw new RuleBroken(t('Nudge up to 2,000 people at a time: choose those of one place first.'), 'person');
}
