import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { SettingsQueries } from '../platform/settings.queries.js';
import type { Written } from './parts.js';

const WRITTEN = 'generate.organisation';
const LEARNED = 'generate.learning';

/** What this database knows about the organisation that was generated into it. */
@Injectable()
export class WrittenQueries {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsQueries,
  ) {}

  async holdsNetwork(): Promise<boolean> {
    return (await this.db.one('select from region limit 1')) !== null;
  }

  read(): Promise<Written | null> {
    return this.settings.read<Written>(WRITTEN);
  }

  save(tx: Tx, written: Written): Promise<void> {
    return this.settings.save(tx, WRITTEN, written);
  }

  /** How far learning has come: people of the plan, and what they had finished. */
  async learned(): Promise<{ people: number; completions: number }> {
    return (
      (await this.settings.read<{ people: number; completions: number }>(LEARNED)) ?? { people: 0, completions: 0 }
    );
  }

  saveLearned(tx: Tx, learned: { people: number; completions: number }): Promise<void> {
    return this.settings.save(tx, LEARNED, learned);
  }

  /** After a bulk load the planner must know how much there is. */
  async refreshStatistics(): Promise<void> {
    await this.db.query('analyze');
  }
}
