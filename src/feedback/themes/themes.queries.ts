import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedTheme } from './published-theme.js';
import type { ThemeText } from './theme-text.js';

/** A theme as it is being written. */
export interface WrittenTheme extends PublishedTheme {
  /** Saved although an example comes out otherwise. */
  failing: boolean;
  changedAt: Date;
  retired: boolean;
  /** Counts its changes: whoever saves says which one was read. */
  version: number;
}

/** Themes as people write them; what pages show is what was published (`EditionsQueries`). */
@Injectable()
export class ThemesQueries {
  constructor(private readonly db: Database) {}

  /** In the order of the drivers and then of their making. */
  list(tx: Pick<Tx, 'query'> = this.db): Promise<WrittenTheme[]> {
    return tx.query<WrittenTheme>(`${THEMES} order by ${DRIVER_ORDER}, id`);
  }

  one(key: string): Promise<WrittenTheme | null> {
    return this.db.one<WrittenTheme>(`${THEMES} where key = $1`, [key]);
  }

  async add(tx: Tx, theme: ThemeText, failing: boolean): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into theme (key, driver, name_en, name_cy, rules_en, rules_cy, matches, misses, failing, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (key) do nothing returning id`,
      [...columnsOf(theme), failing, tx.now],
    );
    return row?.id ?? null;
  }

  /** Whether it was saved: not when somebody else saved it since `version`. */
  async save(
    tx: Tx,
    theme: ThemeText,
    change: { failing: boolean; retired: boolean; version: number },
  ): Promise<boolean> {
    const rows = await tx.query(
      `update theme set driver = $2, name_en = $3, name_cy = $4, rules_en = $5, rules_cy = $6, matches = $7, misses = $8,
              failing = $9, changed_at = $10, retired_at = case when $11 then coalesce(retired_at, $10) end, version = version + 1
        where key = $1 and version = $12 returning 1`,
      [...columnsOf(theme), change.failing, tx.now, change.retired, change.version],
    );
    return rows.length > 0;
  }
}

const DRIVER_ORDER = `array_position('{friendly,professional,knowledge,understanding,efficiency,expectations}'::text[], driver)`;

const THEMES = `
  select id, key, driver, name_en as "nameEn", name_cy as "nameCy", rules_en as en, rules_cy as cy, matches, misses as "not",
         failing, changed_at as "changedAt", retired_at is not null as retired, version
    from theme`;

const columnsOf = ({ key, driver, nameEn, nameCy, en, cy, matches, not }: ThemeText) => [
  ...[key, driver, nameEn, nameCy, en, cy, matches, not],
];
