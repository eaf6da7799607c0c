import { Injectable } from '@nestjs/common';
import { importUndone, networkImported, peopleImported, personChanged } from '../../network/network.events.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { After } from '../../platform/events/listeners.js';
import { Job } from '../../platform/jobs/job.js';
import { AssignmentsListener } from '../assignments.listener.js';
import { Telling } from '../messages/telling.service.js';
import { FollowQueries } from './follow.queries.js';
import { Follow } from './follow.service.js';

/** Requirements follow people: after each import, at the beginning of each day, and compared every night. */
@Injectable()
export class FollowListener {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: FollowQueries,
    private readonly follow: Follow,
    private readonly telling: Telling,
    private readonly settling: AssignmentsListener,
  ) {}

  @After(peopleImported)
  async peopleCame(): Promise<void> {
    await this.bringUpToDate();
  }

  @After(networkImported)
  async placesMoved(): Promise<void> {
    await this.bringUpToDate();
  }

  @After(importUndone)
  async wentBack(): Promise<void> {
    await this.bringUpToDate();
  }

  /** A post, a leave or its end that an administrator records by hand. */
  @After(personChanged)
  async somebodyChanged(): Promise<void> {
    await this.bringUpToDate();
  }

  /** Postings, places and leave begin and end with the day. */
  @Job('assignments.newDay', { daily: '00:05', alone: true })
  async bringUpToDate(): Promise<void> {
    const ids = await this.queries.unfinished(this.clock.now());
    await this.db.write((tx) => this.follow.bringUpToDate(tx, ids));
  }

  /** Before anybody's working day; what a commit made near has been planned already and stays one row. */
  @Job('assignments.remind', { daily: '05:00', alone: true })
  async remind(): Promise<void> {
    await this.db.write(async (tx) => {
      await this.telling.remind(tx, null);
      await this.telling.tellManagers(tx);
    });
  }

  /**
   * Everything compared with what it should be.
   * @throws Error on any difference: a fault of ours that somebody must look at, so the job stands as failed
   */
  @Job('assignments.compare', { daily: '03:40', alone: true })
  async compare(): Promise<void> {
    await this.settling.catchUp();
    const now = this.clock.now();
    const drift = await this.queries.drift(await this.queries.unfinished(now), now);
    const { missing, stale, misdated } = drift;
    if (missing + stale + misdated === 0) return;
    throw new Error(
      `Requirements differ from the assignments: ${missing} are missing, ${stale} should have ended, ${misdated} have another date.`,
    );
  }
}
