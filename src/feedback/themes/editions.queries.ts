import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedTheme } from './published-theme.js';

export type EditionState = 'building' | 'current' | 'past';

/** All themes as they were published together. */
export interface Edition {
  id: number;
  state: EditionState;
  themes: PublishedTheme[];
  publishedAt: Date;
  publishedBy: string | null;
  againOf: number | null;
  /** Comments that its rules have read while it was built. */
  read: number;
}

/** What was published, and which of it the pages go by. */
@Injectable()
export class EditionsQueries {
  constructor(private readonly db: Database) {}

  /** The one that pages go by; null until the first comments have been read. */
  current(): Promise<Edition | null> {
    return this.db.one<Edition>(`${EDITIONS} where e.state = 'current'`);
  }

  list(): Promise<Edition[]> {
    return this.db.query<Edition>(`${EDITIONS} order by e.id desc limit 50`);
  }

  one(id: number): Promise<Edition | null> {
    return this.db.one<Edition>(`${EDITIONS} where e.id = $1`, [id]);
  }

  /** Those that comments are read by: the current one and one that is being built. */
  async inUse(tx: Tx): Promise<Edition[]> {
    return tx.query<Edition>(`${EDITIONS} where e.state <> 'past' order by e.id`);
  }

  /** Whether this form was taken already. */
  async sent(tx: Tx, formToken: string): Promise<boolean> {
    return (await tx.one('select from theme_edition where form_token = $1', [formToken])) !== null;
  }

  async publish(
    tx: Tx,
    themes: readonly PublishedTheme[],
    by: { personId: number | null; state: EditionState; againOf?: number | null; formToken?: string | null },
  ): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into theme_edition (themes, state, published_by, published_at, again_of, form_token, current_since_at)
       values ($1, $2, $3, $4, $5, $6, case when $2 = 'current' then $4::timestamptz end)
       on conflict do nothing returning id`,
      [JSON.stringify(themes), by.state, by.personId, tx.now, by.againOf ?? null, by.formToken ?? null],
    );
    return row?.id ?? null;
  }

  /** How far an edition has read while it is built. */
  async advance(tx: Tx, id: number, lastId: number, read: number): Promise<void> {
    await tx.query('update theme_edition set last_id = $2, read = read + $3 where id = $1', [id, lastId, read]);
  }

  /** Pages go by it from this transaction on. */
  async makeCurrent(tx: Tx, id: number): Promise<void> {
    await tx.query(`update theme_edition set state = 'past' where state = 'current'`);
    await tx.query(`update theme_edition set state = 'current', current_since_at = $2 where id = $1`, [id, tx.now]);
  }

  /**
   * Takes away what editions that nobody goes by any more had found, in the next responses after one.
   * @returns the last of these responses; null when there are none left
   */
  async forgetPast(tx: Tx, after: number, most: number): Promise<number | null> {
    const row = await tx.one<{ last: number | null }>(
      `with next as (select distinct response_id from comment_theme where response_id > $1 order by 1 limit $2),
            gone as (delete from comment_theme t using next
                      where t.response_id = next.response_id and t.edition_id in (${PAST}))
       select max(response_id) as last from next`,
      [after, most],
    );
    if (row?.last != null) return row.last;
    await tx.query(`delete from theme_unit_week where edition_id in (${PAST})`);
    await tx.query(`delete from theme_area_week where edition_id in (${PAST})`);
    return null;
  }
}

const PAST = `select id from theme_edition where state = 'past'`;

const EDITIONS = `
  select e.id, e.state, e.themes, e.published_at as "publishedAt", p.name as "publishedBy", e.again_of as "againOf", e.read
    from theme_edition e left join person p on p.id = e.published_by`;
