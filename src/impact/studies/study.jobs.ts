import { Injectable } from '@nestjs/common';
import { Job, type JobContext } from '../../platform/jobs/job.js';
import { Studies, STUDY_JOB } from './studies.service.js';
import { StudyRuns } from './study-runs.service.js';

/** Studies are worked out one at a time: each holds a panel of up to three million rows. */
@Injectable()
export class StudyJobs {
  constructor(
    private readonly studies: Studies,
    private readonly runs: StudyRuns,
  ) {}

  @Job(STUDY_JOB, { alone: true })
  async run({ runId }: { runId: number }, context: JobContext): Promise<void> {
    await this.runs.run(runId, context);
  }

  @Job('impact.dueStudies', { everyMinutes: 60, alone: true })
  async keepUp(): Promise<void> {
    await this.studies.keepUp();
  }
}
