import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { SettingsQueries } from '../../platform/settings.queries.js';
import { MOVE_ANSWERS } from '../rollups/moving-answers.jobs.js';
import { type Checked, SelfCheckQueries } from './self-check.queries.js';

/**
 * The last check of the rollups: when, over how many unit weeks, and how many of them were wrong; over area days; and over the
 * places of units, of which those that changed past the imports are moved by a job.
 */
export interface SelfCheckResult extends Checked {
  areaDays: Checked;
  places: Checked;
  /** ISO time. */
  checkedAt: string;
}

const SETTING = 'feedback.selfCheck';
const UNIT_WEEKS = 200;
/** Fewer: each is counted from the answers of forty units. */
const AREA_DAYS = 50;

/** Keeps the promise that a figure is the sum of the answers behind it, and says when it was last kept. */
@Injectable()
export class SelfCheck {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queries: SelfCheckQueries,
    private readonly settings: SettingsQueries,
  ) {}

  async run(): Promise<SelfCheckResult> {
    const unitWeeks = await this.queries.compareUnitWeeks(UNIT_WEEKS);
    const areaDays = await this.queries.compareAreaDays(AREA_DAYS);
    const places = await this.queries.comparePlaces();
    const result = { checkedAt: this.clock.now().toISOString(), ...unitWeeks, areaDays, places };
    await this.db.write(async (tx) => {
      await this.settings.save(tx, SETTING, result);
      if (places.differences > 0) await tx.enqueue(MOVE_ANSWERS, {});
    });
    return result;
  }

  /** Null when no check has run yet. */
  last(): Promise<SelfCheckResult | null> {
    return this.settings.read<SelfCheckResult>(SETTING);
  }
}
