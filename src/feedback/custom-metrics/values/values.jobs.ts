import { Injectable } from '@nestjs/common';
import { unitPlacesChanged } from '../../../network/network.events.js';
import { Database } from '../../../platform/database/database.js';
import { After } from '../../../platform/events/listeners.js';
import { Job } from '../../../platform/jobs/job.js';
import { followPlaces, metricsMoved } from './following.queries.js';
import { UNDO_VALUES, type UndoBody, UndoneValues } from './undo-values.service.js';

/** What happens to values when nobody waits: imports taken back, and units that turn out to have stood elsewhere. */
@Injectable()
export class ValuesJobs {
  constructor(
    private readonly db: Database,
    private readonly undone: UndoneValues,
  ) {}

  @Job(UNDO_VALUES, { longestMinutes: 6 * 60 })
  async undo(body: UndoBody): Promise<void> {
    await this.undone.run(body);
  }

  @After(unitPlacesChanged)
  async follow({ changeId }: { changeId: number }): Promise<void> {
    const metrics = await this.db.write((tx) => metricsMoved(tx, changeId));
    for (const metric of metrics) await this.db.write((tx) => followPlaces(tx, metric, changeId));
  }
}
