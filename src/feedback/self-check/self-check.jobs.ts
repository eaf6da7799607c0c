import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { After } from '../../platform/events/listeners.js';
import { Job } from '../../platform/jobs/job.js';
import { answersUndone, feedbackImported } from '../feedback.events.js';
import { SelfCheck } from './self-check.service.js';

const CHECK_SENT = 'feedback.checkSent';
const TOGETHER_MS = 15 * 60_000;

/** Has what programs sent in the same quarter of an hour checked once, when it is over. */
export async function checkTogether(tx: Tx): Promise<void> {
  const next = new Date((Math.floor(Date.now() / TOGETHER_MS) + 1) * TOGETHER_MS);
  await tx.enqueue(CHECK_SENT, {}, { runAfter: next, scheduleKey: `${CHECK_SENT} ${next.toISOString()}` });
}

/** When the rollups are checked: every night, after every import or its undo, and a while after a program has sent answers. */
@Injectable()
export class SelfCheckJobs {
  constructor(private readonly selfCheck: SelfCheck) {}

  @Job('feedback.selfCheck', { daily: '04:10' })
  async everyNight(): Promise<void> {
    await this.selfCheck.run();
  }

  @After(feedbackImported)
  async afterImport(): Promise<void> {
    await this.selfCheck.run();
  }

  @Job(CHECK_SENT, { alone: true })
  async ofSent(): Promise<void> {
    await this.selfCheck.run();
  }

  @After(answersUndone)
  async afterUndo(): Promise<void> {
    await this.selfCheck.run();
  }
}
