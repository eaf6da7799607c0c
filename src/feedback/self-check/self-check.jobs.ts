import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { After, Within } from '../../platform/events/listeners.js';
import { Job } from '../../platform/jobs/job.js';
import { answersSent, answersUndone, feedbackImported } from '../feedback.events.js';
import { SelfCheck } from './self-check.service.js';

const CHECK_SENT = 'feedback.checkSent';
/** Checks of what programs send wait for each other so long. */
const TOGETHER_MS = 15 * 60_000;

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

  @Within(answersSent)
  async afterAWhile(tx: Tx): Promise<void> {
    const next = new Date((Math.floor(Date.now() / TOGETHER_MS) + 1) * TOGETHER_MS);
    await tx.enqueue(CHECK_SENT, {}, { runAfter: next, scheduleKey: `${CHECK_SENT} ${next.toISOString()}` });
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
