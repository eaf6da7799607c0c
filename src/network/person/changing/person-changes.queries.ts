import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { IsoDate } from '../../../platform/dates.js';
import type { PlaceKind } from '../../roles.js';
import type { Days, Held } from './held.js';

export type ChangeKind = 'postings' | 'leaves' | 'extraTime' | 'details';

export interface Details {
  name: string;
  email: string | null;
}

/** What of a person can be changed by hand, as it stands. */
export interface PersonHeld {
  id: number;
  reference: string;
  postings: Held[];
  leaves: Days[];
  extraTime: number;
  details: Details;
}

/** A change as it was made. `before` and `after` are the part of PersonHeld that its kind names. */
export interface ChangeMade {
  id: number;
  kind: ChangeKind;
  before: unknown;
  after: unknown;
  madeBy: string;
  madeAt: Date;
  undoneBy: string | null;
  undoneAt: Date | null;
}

export interface PlaceFound {
  kind: PlaceKind;
  id: number;
  code: string;
  name: string;
}

@Injectable()
export class PersonChangesQueries {
  constructor(private readonly db: Database) {}

  held(reference: string): Promise<PersonHeld | null> {
    return this.db.one<PersonHeld>(`${HELD} where person.reference = $1`, [reference]);
  }

  /** The same, and nobody else changes the person meanwhile. */
  async hold(tx: Tx, personId: number): Promise<PersonHeld> {
    await tx.query('select from person where id = $1 for update', [personId]);
    return (await tx.one<PersonHeld>(`${HELD} where person.id = $1`, [personId]))!;
  }

  madeWith(tx: Tx, formToken: string): Promise<{ id: number } | null> {
    return tx.one('select id from person_change where form_token = $1', [formToken]);
  }

  /** Replaces what is different; rows that stay keep their ids. */
  async writePostings(tx: Tx, personId: number, postings: readonly Held[]): Promise<void> {
    const params = [personId, JSON.stringify(postings)];
    await tx.query(DELETE_POSTINGS, params);
    await tx.query(INSERT_POSTINGS, params);
  }

  async writeLeaves(tx: Tx, personId: number, leaves: readonly Days[]): Promise<void> {
    await tx.query('delete from leave where person_id = $1', [personId]);
    await tx.query(
      `insert into leave (person_id, valid) select $1, daterange("from", "to")
         from jsonb_to_recordset($2) as l ("from" date, "to" date)`,
      [personId, JSON.stringify(leaves)],
    );
  }

  async writeExtraTime(tx: Tx, personId: number, percent: number): Promise<void> {
    await tx.query('update person set extra_time_percent = $2 where id = $1', [personId, percent]);
  }

  async writeDetails(tx: Tx, personId: number, { name, email }: Details): Promise<void> {
    await tx.query('update person set name = $2, email = $3 where id = $1', [personId, name, email]);
  }

  async keep(
    tx: Tx,
    change: { formToken: string; personId: number; kind: ChangeKind; before: unknown; after: unknown; by: number },
  ): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `insert into person_change (form_token, person_id, kind, before, after, made_by, made_at)
       values ($1, $2, $3, $4, $5, $6, $7) returning id`,
      [
        change.formToken,
        change.personId,
        change.kind,
        JSON.stringify(change.before),
        JSON.stringify(change.after),
        change.by,
        tx.now,
      ],
    );
    return row!.id;
  }

  async markUndone(tx: Tx, id: number, by: number): Promise<void> {
    await tx.query('update person_change set undone_by = $2, undone_at = $3 where id = $1', [id, by, tx.now]);
  }

  async holdChange(
    tx: Tx,
    personId: number,
    id: number,
  ): Promise<Pick<ChangeMade, 'kind' | 'before' | 'after' | 'undoneAt'> | null> {
    return tx.one(
      `select kind, before, after, undone_at as "undoneAt" from person_change where id = $2 and person_id = $1 for update`,
      [personId, id],
    );
  }

  /** The latest first. */
  made(personId: number, now: Date): Promise<ChangeMade[]> {
    return this.db.query<ChangeMade>(
      `select c.id, c.kind, c.before, c.after, maker.name as "madeBy", c.made_at as "madeAt",
              undoer.name as "undoneBy", c.undone_at as "undoneAt"
         from person_change c join person maker on maker.id = c.made_by left join person undoer on undoer.id = c.undone_by
        where c.person_id = $1 and c.made_at <= $2 order by c.id desc limit 50`,
      [personId, now],
    );
  }

  placeByCode(kind: PlaceKind, code: string): Promise<PlaceFound | null> {
    return this.db.one<PlaceFound>(`select $2::text as kind, id, code, name from ${TABLE[kind]} where code = $1`, [
      code,
      kind,
    ]);
  }

  /** Whether the unit is open from the day on; areas and regions always are. */
  async isOpen(unitId: number, day: IsoDate): Promise<boolean> {
    const row = await this.db.one('select 1 from unit_place where unit_id = $1 and valid @> $2::date', [unitId, day]);
    return row !== null;
  }

  placesNamed(held: readonly Pick<Held, 'kind' | 'placeId'>[]): Promise<PlaceFound[]> {
    const ids = (kind: PlaceKind) => held.filter((one) => one.kind === kind).map(({ placeId }) => placeId);
    return this.db.query<PlaceFound>(
      `select 'unit' as kind, id, code, name from unit where id = any ($1)
       union all select 'area', id, code, name from area where id = any ($2)
       union all select 'region', id, code, name from region where id = any ($3)`,
      [ids('unit'), ids('area'), ids('region')],
    );
  }

  /** Administrators on a day apart from one person. */
  async otherAdministrators(tx: Tx, personId: number, day: IsoDate): Promise<number> {
    const row = await tx.one<{ n: number }>(
      `select count(distinct person_id)::int as n from posting
        where role = 'administrator' and valid @> $2::date and person_id <> $1`,
      [personId, day],
    );
    return row?.n ?? 0;
  }
}

const TABLE: Record<PlaceKind, string> = { unit: 'unit', area: 'area', region: 'region' };

const HELD = `
  select person.id, person.reference, person.extra_time_percent as "extraTime",
         jsonb_build_object('name', person.name, 'email', person.email) as details,
         coalesce((select jsonb_agg(jsonb_build_object('role', p.role, 'main', p.main,
             'kind', case when p.unit_id is not null then 'unit' when p.area_id is not null then 'area' else 'region' end,
             'placeId', coalesce(p.unit_id, p.area_id, p.region_id), 'from', lower(p.valid), 'to', upper(p.valid))
             order by p.valid, p.main desc, p.role, p.id) from posting p where p.person_id = person.id), '[]') as postings,
         coalesce((select jsonb_agg(jsonb_build_object('from', lower(l.valid), 'to', upper(l.valid)) order by l.valid)
             from leave l where l.person_id = person.id), '[]') as leaves
    from person`;

const WANTED = `
  (select role, main, case when kind = 'unit' then "placeId" end as unit_id,
          case when kind = 'area' then "placeId" end as area_id, case when kind = 'region' then "placeId" end as region_id,
          daterange("from", "to") as valid
     from jsonb_to_recordset($2) as given (role text, main boolean, kind text, "placeId" int, "from" date, "to" date)) w`;

const SAME = `(p.role, p.main, p.valid) = (w.role, w.main, w.valid)
  and (p.unit_id, p.area_id, p.region_id) is not distinct from (w.unit_id, w.area_id, w.region_id)`;

/** Before the others come, because no two main postings may meet. */
const DELETE_POSTINGS = `
  delete from posting p where p.person_id = $1 and not exists (select from ${WANTED} where ${SAME})`;

const INSERT_POSTINGS = `
  insert into posting (person_id, unit_id, area_id, region_id, role, main, valid)
  select $1, w.unit_id, w.area_id, w.region_id, w.role, w.main, w.valid from ${WANTED}
   where not exists (select from posting p where p.person_id = $1 and ${SAME})`;
