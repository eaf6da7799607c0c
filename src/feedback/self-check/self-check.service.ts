import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { SettingsQueries } from '../../platform/settings.queries.js';
import { type Checked, SelfCheckQueries } from './self-check.queries.js';

/** The last check of the rollups: when, over how many unit weeks, and how many of them were wrong; and over area days. */
export interface SelfCheckResult extends Checked {
  areaDays: Checked;
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
    const result = { checkedAt: this.clock.now().toISOString(), ...unitWeeks, areaDays };
    await this.db.write((tx) => this.settings.save(tx, SETTING, result));
    return result;
  }

  /** Null when no check has run yet. */
  last(): Promise<SelfCheckResult | null> {
    return this.settings.read<SelfCheckResult>(SETTING);
  }
}
