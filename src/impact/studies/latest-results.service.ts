import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { StudiesQueries } from './studies.queries.js';
import type { StudyWithResult } from './study-tile.js';

/** What changes once a day is asked of the database once a minute, and not by every dashboard. */
const REMEMBERED_MS = 60_000;
const SHOWN = 2;

/** The latest answers, for pages that are about something else. */
@Injectable()
export class LatestResults {
  private remembered: { at: number; results: readonly StudyWithResult[] } | null = null;

  constructor(
    private readonly queries: StudiesQueries,
    private readonly clock: Clock,
  ) {}

  /** The newest first, two at most. */
  async current(): Promise<readonly StudyWithResult[]> {
    const [now, known] = [this.clock.now(), this.remembered];
    if (known !== null && Math.abs(now.getTime() - known.at) < REMEMBERED_MS) return known.results;
    const results = await this.queries.latestOfAll(now, SHOWN);
    this.remembered = { at: now.getTime(), results };
    return results;
  }
}
