import { addDays, type IsoDate, londonDate, startOfLondonDay } from '../../platform/dates.js';
import type { PlannedMessage } from '../../notifications/planned-message.js';
import { KINDS, SUBJECT } from './kinds.js';
import { LADDER, remindersAfter, tellsManager } from './ladder.js';
import type { Late, Told } from './messages.queries.js';
import { tellAt } from './undo-day.js';

/** From facts to messages. A key names the occasion, so that planning twice is planning once. */

export function assignedMessage(told: Told): PlannedMessage {
  const { assignmentId, requirementId, dueOn, toldFrom } = told;
  return {
    ...base(told, KINDS.assigned, `${assignmentId}:${requirementId}:${dueOn}`),
    notBefore: tellAt(toldFrom, dueOn),
  };
}

/**
 * The reminders of one requirement that fall on these days and whose moment has not passed. The key holds the date and
 * the assignment in whose name it goes out, never two assignments at once: several for one course never remind twice.
 */
export function reminderMessages(told: Told, days: readonly IsoDate[], now: Date): PlannedMessage[] {
  const toldOn = londonDate(tellAt(told.toldFrom, told.dueOn));
  return remindersAfter(told.dueOn, toldOn)
    .filter(({ on }) => days.includes(on) && londonDate(now) <= on)
    .map(({ step, on }) => ({
      ...base(told, KINDS.reminder, `${told.requirementId}:${told.dueOn}:${step}:${told.assignmentId}`, { step }),
      notBefore: startOfLondonDay(on),
    }));
}

/** The due dates that have a step of the ladder on one of these days. */
export function dueDatesFor(days: readonly IsoDate[]): IsoDate[] {
  return days.flatMap((day) => LADDER.map((step) => addDays(day, -step)));
}

/** The due date whose manager hears of it on a day. */
export function lateSince(day: IsoDate): IsoDate {
  const step = LADDER.find(tellsManager)!;
  return addDays(day, -step);
}

export function lateMessage({ assignmentId, madeBy, title, dueOn, people }: Late, on: IsoDate): PlannedMessage {
  return {
    personId: madeBy,
    kind: KINDS.late,
    key: `${KINDS.late}:${assignmentId}:${dueOn}`,
    notBefore: startOfLondonDay(on),
    subject: { kind: SUBJECT, id: assignmentId },
    facts: { assignmentId, title, dueOn, people },
    madeBy: null,
  };
}

export function nudgeMessage(
  told: Told,
  nudge: { id: number; madeBy: number; by: string; byFor: string | null; now: Date },
): PlannedMessage {
  const key = `${nudge.id}:${told.personId}`;
  return {
    ...base(told, KINDS.nudge, key, { nudgedBy: nudge.by, nudgedFor: nudge.byFor }),
    madeBy: nudge.madeBy,
    notBefore: nudge.now,
  };
}

/** Said at once to those who know of the assignment, with its own first message to those who do not yet. */
export function extendedMessage(told: Told, extension: { id: number; madeBy: number; now: Date }): PlannedMessage {
  const first = tellAt(told.toldFrom, told.dueOn);
  return {
    ...base(told, KINDS.extended, `${extension.id}:${told.personId}`),
    madeBy: extension.madeBy,
    notBefore: first > extension.now ? first : extension.now,
  };
}

export function withdrawnMessage(
  told: Told,
  end: { madeBy: number; reason: string | null; now: Date },
): PlannedMessage {
  return {
    ...base(told, KINDS.withdrawn, `${told.assignmentId}:${told.requirementId}`, { endReason: end.reason }),
    madeBy: end.madeBy,
    notBefore: end.now,
  };
}

export interface Decision {
  kind: 'waived' | 'markedComplete';
  reason: string;
  madeBy: number;
  by: string;
  byFor: string | null;
}

export function settledMessage(told: Told, decision: Decision & { now: Date }): PlannedMessage {
  const facts = { decision: decision.kind, decidedBy: decision.by, decidedFor: decision.byFor, why: decision.reason };
  return {
    ...base(told, KINDS.settled, `${told.requirementId}`, facts),
    madeBy: decision.madeBy,
    notBefore: decision.now,
  };
}

/** Somebody who asked, and with which assignment. */
export interface Asker {
  assignmentId: number;
  madeBy: number;
}

export interface TimeRequest {
  id: number;
  learner: { personId: number; reference: string; name: string };
  title: string;
  wantedOn: IsoDate;
  words: string | null;
}

export function moreTimeMessage({ assignmentId, madeBy }: Asker, request: TimeRequest, now: Date): PlannedMessage {
  const { learner, title, wantedOn, words } = request;
  return {
    personId: madeBy,
    kind: KINDS.moreTime,
    key: `${KINDS.moreTime}:${request.id}:${madeBy}`,
    notBefore: now,
    subject: { kind: SUBJECT, id: assignmentId },
    facts: { assignmentId, title, reference: learner.reference, name: learner.name, wantedOn, words },
    madeBy: learner.personId,
    urgent: true,
  };
}

/** Whether somebody has been told by a moment; who has not need not hear that it is over. */
export function wasTold(told: Told, now: Date): boolean {
  return tellAt(told.toldFrom, told.dueOn) <= now;
}

function base(told: Told, kind: string, occasion: string, more: PlannedMessage['facts'] = {}) {
  const { assignmentId, personId, title, slug, by, byFor, role, reason, dueOn, madeBy } = told;
  return {
    personId,
    kind,
    key: `${kind}:${occasion}`,
    subject: { kind: SUBJECT, id: assignmentId },
    facts: { assignmentId, title, slug, by, byFor, role, reason, dueOn, ...more },
    madeBy,
  };
}
