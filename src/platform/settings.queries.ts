import { Injectable } from '@nestjs/common';
import { Database } from './database/database.js';
import type { Tx } from './database/tx.js';

/** Small values that belong to the installation: the clock's position, the last self-check. Keys are `module.name`. */
@Injectable()
export class SettingsQueries {
  constructor(private readonly db: Database) {}

  async read<T>(key: string): Promise<T | null> {
    return (await this.db.one<{ value: T }>('select value from setting where key = $1', [key]))?.value ?? null;
  }

  async save(tx: Pick<Tx, 'query'>, key: string, value: unknown): Promise<void> {
    await tx.query(
      `insert into setting (key, value) values ($1, $2)
       on conflict (key) do update set value = excluded.value, changed_at = now()`,
      [key, JSON.stringify(value)],
    );
  }
}
