import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { levelsOf, ownPlaceId, type SavedView } from './saved-view.js';
import type { ViewAddress, ViewLevel } from './view-address.js';

export interface ViewToSave extends ViewAddress {
  token: string;
  name: string;
}

/** Saved views of one person, and those that the CX team published for people like them. */
@Injectable()
export class SavedViewsQueries {
  constructor(private readonly db: Database) {}

  /** Own ones first, by name; with those that were published for a level at which the actor has a place. */
  of(actor: Actor): Promise<SavedView[]> {
    return this.db.query<SavedView>(`${VIEWS} order by own desc, lower(v.name), v.id`, [
      actor.personId,
      levelsOf(actor),
    ]);
  }

  one(actor: Actor, id: number): Promise<SavedView | null> {
    return this.db.one<SavedView>(`${VIEWS} and v.id = $3`, [actor.personId, levelsOf(actor), id]);
  }

  /** One of the actor's own that was deleted. */
  deleted(actor: Actor, id: number): Promise<{ id: number; name: string } | null> {
    return this.db.one(
      'select id, name from saved_view where id = $2 and person_id = $1 and deleted_at is not null',
      [actor.personId, id],
    );
  }

  /** The view with which the actor's dashboard opens. */
  start(actor: Actor): Promise<SavedView | null> {
    return this.db.one<SavedView>(`${VIEWS} and s.view_id is not null`, [actor.personId, levelsOf(actor)]);
  }

  /** The code of the actor's own place of a level; null where there is none. */
  async ownCode(actor: Actor, level: ViewLevel): Promise<string | null> {
    const id = ownPlaceId(actor, level);
    if (id === null || level === 'network') return null;
    const row = await this.db.one<{ code: string }>(`select code from ${level} where id = $1`, [id]);
    return row?.code ?? null;
  }

  async count(tx: Tx, personId: number): Promise<number> {
    const row = await tx.one<{ count: number }>(
      'select count(*) from saved_view where person_id = $1 and deleted_at is null',
      [personId],
    );
    return row?.count ?? 0;
  }

  /** @returns its id; the same for a token that was used before. Null when the name is taken. */
  async save(tx: Tx, personId: number, view: ViewToSave): Promise<number | null> {
    const saved = await tx.one<{ id: number }>(
      `insert into saved_view (form_token, person_id, name, level, code, choices, saved_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
      [view.token, personId, view.name, view.level, view.code, view.choices, tx.now],
    );
    if (saved) return saved.id;
    const before = await tx.one<{ id: number }>('select id from saved_view where form_token = $1 and person_id = $2', [
      view.token,
      personId,
    ]);
    return before?.id ?? null;
  }

  /** False when the name is taken by another of theirs. */
  async rename(tx: Tx, id: number, name: string): Promise<boolean> {
    const row = await tx.one<{ id: number }>(
      `update saved_view v set name = $2
        where id = $1 and not exists (select from saved_view o where o.person_id = v.person_id and o.id <> v.id
                                         and lower(o.name) = lower($2) and o.deleted_at is null)
       returning id`,
      [id, name],
    );
    return row !== null;
  }

  async delete(tx: Tx, id: number): Promise<void> {
    await tx.query('delete from start_view where view_id = $1', [id]);
    await tx.query('update saved_view set deleted_at = $2, published_at = null where id = $1', [id, tx.now]);
  }

  /** False when another view has taken its name meanwhile. */
  async restore(tx: Tx, id: number): Promise<boolean> {
    const row = await tx.one<{ id: number }>(
      `update saved_view v set deleted_at = null
        where id = $1 and not exists (select from saved_view o where o.person_id = v.person_id and o.id <> v.id
                                         and lower(o.name) = lower(v.name) and o.deleted_at is null)
       returning id`,
      [id],
    );
    return row !== null;
  }

  async startWith(tx: Tx, personId: number, id: number): Promise<void> {
    await tx.query(
      `insert into start_view (person_id, view_id, chosen_at) values ($1, $2, $3)
       on conflict (person_id) do update set view_id = excluded.view_id, chosen_at = excluded.chosen_at`,
      [personId, id, tx.now],
    );
  }

  async startPlainly(tx: Tx, personId: number): Promise<void> {
    await tx.query('delete from start_view where person_id = $1', [personId]);
  }

  async publish(tx: Tx, id: number, published: boolean): Promise<void> {
    await tx.query('update saved_view set published_at = $2 where id = $1', [id, published ? tx.now : null]);
  }
}

const VIEWS = `
  select v.id, v.name, v.level, v.code, v.choices, v.published_at is not null as published, v.person_id = $1 as own,
         s.view_id is not null as start
    from saved_view v left join start_view s on s.view_id = v.id and s.person_id = $1
   where v.deleted_at is null and (v.person_id = $1 or (v.published_at is not null and v.level = any ($2)))`;
