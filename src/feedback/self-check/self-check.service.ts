import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import { SettingsQueries } from '../../platform/settings.queries.js';
import { type Checked, SelfCheckQueries } from './self-check.queries.js';

/** The last check of the rollups: when, over how many unit weeks, and how many of them were wrong. */
export interface SelfCheckResult extends Checked {
  /** ISO time. */
  checkedAt: string;
}

const SETTING = 'feedback.selfCheck';
const SAMPLE = 200;

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
    const result = { checkedAt: this.clock.now().toISOString(), ...(await this.queries.compareSample(SAMPLE)) };
    await this.db.write((tx) => this.settings.save(tx, SETTING, result));
    return result;
  }

  /** Null when no check has run yet. */
  last(): Promise<SelfCheckResult | null> {
    return this.settings.read<SelfCheckResult>(SETTING);
  }
}
