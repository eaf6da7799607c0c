import { Injectable } from '@nestjs/common';
import { NotificationsService } from '../../notifications/notifications.service.js';
import type { PlannedMessage } from '../../notifications/planned-message.js';
import type { Tx } from '../../platform/database/tx.js';
import { addDays, londonDate } from '../../platform/dates.js';
import type { Asked } from '../following/follow.queries.js';
import { KINDS, SUBJECT, WHY_OFF } from './kinds.js';
import {
  type Asker,
  assignedMessage,
  type Decision,
  dueDatesFor,
  extendedMessage,
  lateMessage,
  lateSince,
  moreTimeMessage,
  nudgeMessage,
  reminderMessages,
  settledMessage,
  type TimeRequest,
  wasTold,
  withdrawnMessage,
} from './message-plan.js';
import { MessagesQueries, PART, type Told } from './messages.queries.js';

/** Plans and calls off what people are told about assignments, in the transaction of what happened. */
@Injectable()
export class Telling {
  constructor(
    private readonly messages: MessagesQueries,
    private readonly notifications: NotificationsService,
  ) {}

  /** Everybody who came under these assignments today hears of it, and is reminded of what is due soon. */
  async newlyAsked(tx: Tx, assignmentIds: readonly number[], report?: Report): Promise<void> {
    const today = londonDate(tx.now);
    const read = (after: number) => this.messages.newlyAsked(tx, assignmentIds, today, after);
    await this.inParts(tx, read, assignedMessage, report);
    await this.remind(tx, assignmentIds);
  }

  /** Reminders of today and tomorrow, for these assignments or for all (null). */
  async remind(tx: Tx, assignmentIds: readonly number[] | null): Promise<void> {
    const today = londonDate(tx.now);
    const days = [today, addDays(today, 1)];
    const due = dueDatesFor(days);
    await this.inParts(
      tx,
      (after) => this.messages.dueOn(tx, due, today, assignmentIds, after),
      (told) => reminderMessages(told, days, tx.now),
    );
  }

  /** Managers hear once of those whose date passed three days ago. */
  async tellManagers(tx: Tx): Promise<void> {
    const today = londonDate(tx.now);
    const late = await this.messages.late(tx, lateSince(today), today);
    await this.notifications.plan(
      tx,
      late.map((one) => lateMessage(one, today)),
    );
  }

  async nudged(
    tx: Tx,
    assignmentId: number,
    people: readonly number[],
    nudge: Occasion & { by: string; byFor: string | null },
  ): Promise<void> {
    const read = (after: number) => this.messages.stillToDo(tx, assignmentId, people, after);
    await this.inParts(tx, read, (told) => nudgeMessage(told, { ...nudge, now: tx.now }));
  }

  /** The new date, instead of the old one in a message that has not left yet. */
  async extended(
    tx: Tx,
    assignmentId: number,
    people: readonly number[] | null,
    extension: Occasion,
    report?: Report,
  ): Promise<number> {
    const off = [KINDS.assigned, KINDS.extended];
    const subject = { kind: SUBJECT, id: assignmentId };
    await this.notifications.suppress(tx, subject, WHY_OFF.moved, people ?? undefined, off);
    const read = (after: number) => this.messages.stillToDo(tx, assignmentId, people, after);
    const say = (told: Told) => extendedMessage(told, { ...extension, now: tx.now });
    const told = await this.inParts(tx, read, say, report);
    await this.remind(tx, [assignmentId]);
    return told;
  }

  /** Nothing more is said about the assignment, except to those who know of it: that it is over. */
  async ended(
    tx: Tx,
    assignmentId: number,
    end: { madeBy: number; reason: string | null },
    report?: Report,
  ): Promise<number> {
    await this.notifications.suppress(tx, { kind: SUBJECT, id: assignmentId }, WHY_OFF.ended);
    const read = (after: number) => this.messages.endedFor(tx, assignmentId, after);
    const say = (told: Told) => (wasTold(told, tx.now) ? withdrawnMessage(told, { ...end, now: tx.now }) : []);
    return this.inParts(tx, read, say, report);
  }

  /** The learner reads who decided, and why. */
  async settled(tx: Tx, requirementId: number, decision: Decision): Promise<void> {
    const told = await this.messages.requirement(tx, requirementId);
    await this.notifications.plan(
      tx,
      told.map((one) => settledMessage(one, { ...decision, now: tx.now })),
    );
  }

  /** Those who asked hear that somebody needs longer. */
  async moreTime(tx: Tx, askers: readonly Asker[], request: TimeRequest): Promise<void> {
    const managers = [...new Map(askers.map((asker) => [asker.madeBy, asker])).values()];
    await this.notifications.plan(
      tx,
      managers.map((asker) => moreTimeMessage(asker, request, tx.now)),
    );
  }

  /** Reminders of a date that is not theirs any more. */
  async callOffReminders(tx: Tx, asked: readonly Asked[]): Promise<void> {
    await this.notifications.suppressEach(tx, SUBJECT, asked.map(pair), WHY_OFF.moved, [KINDS.reminder]);
  }

  async callOffForThoseWhoLeft(tx: Tx, asked: readonly Asked[]): Promise<void> {
    await this.notifications.suppressEach(tx, SUBJECT, asked.map(pair), WHY_OFF.left);
  }

  /** Finished, or settled by a manager: nothing is left to be reminded of. */
  async callOffForTheDone(tx: Tx, asked: readonly Asked[]): Promise<void> {
    const kinds = [KINDS.assigned, KINDS.reminder, KINDS.nudge, KINDS.extended];
    await this.notifications.suppressEach(tx, SUBJECT, asked.map(pair), WHY_OFF.done, kinds);
  }

  private async inParts(
    tx: Tx,
    read: (after: number) => Promise<Told[]>,
    say: (told: Told) => PlannedMessage | PlannedMessage[],
    report: Report = async () => undefined,
  ): Promise<number> {
    let told = 0;
    for (let after = 0, part: Told[] | null = null; part === null || part.length >= PART;) {
      part = await read(after);
      await this.notifications.plan(tx, part.flatMap(say));
      after = part.at(-1)?.requirementId ?? 0;
      await report((told += part.length));
    }
    return told;
  }
}

/** The row that causes a message, and whose it is. */
interface Occasion {
  id: number;
  madeBy: number;
}

/** Hears how many people have been gone through. */
export type Report = (people: number) => Promise<void>;

const pair = ({ assignmentId, personId }: Asked) => ({ id: assignmentId, personId });
