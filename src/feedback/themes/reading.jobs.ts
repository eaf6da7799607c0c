import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { After } from '../../platform/events/listeners.js';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { feedbackImported } from '../feedback.events.js';
import { CommentReading } from './reading.service.js';
import { ShownByMonth } from './shown-by-month.service.js';

export const READ_COMMENTS = 'feedback.readComments';
export const BUILD_THEMES = 'feedback.buildThemes';

/** When comments are read: soon after they came or changed, and all of them when new rules were published. */
@Injectable()
export class CommentReadingJobs {
  constructor(
    private readonly db: Database,
    private readonly reading: CommentReading,
    private readonly byMonth: ShownByMonth,
  ) {}

  @Job(READ_COMMENTS, { everyMinutes: 2, alone: true, longestMinutes: 600 })
  async keepUp(_body: object, context: JobContext): Promise<void> {
    await this.reading.keepUp(context);
  }

  @After(feedbackImported)
  async afterImport(): Promise<void> {
    await this.db.write((tx) => tx.enqueue(READ_COMMENTS, {}));
  }

  @Job('feedback.commentsByMonth', { everyMinutes: 60, alone: true })
  async standByMonth(): Promise<void> {
    await this.byMonth.keepUp();
  }

  @Job(BUILD_THEMES, { alone: true, longestMinutes: 600 })
  async build(_body: object, context: JobContext): Promise<void> {
    await this.reading.build(context);
  }
}
