import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { After } from '../../platform/events/listeners.js';
import { Job } from '../../platform/jobs/job.js';
import { answersUndone, feedbackImported } from '../feedback.events.js';
import { Standings } from './standings.service.js';

/**
 * When standings are worked out: after every import or its undo, and every ten minutes what is missing since a week has closed
 * or a program has sent late answers. So these are collected, however many come one by one.
 */
@Injectable()
export class StandingsJobs {
  constructor(
    private readonly standings: Standings,
    private readonly clock: Clock,
  ) {}

  @Job('feedback.standings', { everyMinutes: 10 })
  async keepUp(): Promise<void> {
    await this.standings.fill(this.clock.today());
  }

  @After(feedbackImported)
  async fillAfterImport(): Promise<void> {
    await this.standings.fill(this.clock.today());
  }

  @After(answersUndone)
  async fillAfterUndo(): Promise<void> {
    await this.standings.fill(this.clock.today());
  }
}
