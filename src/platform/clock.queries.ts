import { Injectable } from '@nestjs/common';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database/database.js';

/**
 * The clock's offset, shared by the processes of an installation. Only the demo moves it; CXU_NOW overrides it.
 */
@Injectable()
export class ClockQueries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Sets this process's clock to where the installation's stands. */
  async follow(): Promise<void> {
    if (this.config.startsAt !== null) return;
    const row = await this.db.one<{ offset: number }>(
      `select (value ->> 'offsetMs')::float8 as offset from setting where key = 'platform.clock'`,
    );
    if (row !== null) this.clock.runFrom(new Date(Date.now() + row.offset));
  }

  /** Lets the installation's clock run on from a moment. */
  async runFrom(moment: Date): Promise<void> {
    await this.db.query(
      `insert into setting (key, value) values ('platform.clock', jsonb_build_object('offsetMs', $1::float8))
       on conflict (key) do update set value = excluded.value, changed_at = now()`,
      [moment.getTime() - Date.now()],
    );
    await this.follow();
  }
}
