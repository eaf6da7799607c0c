import { Injectable } from '@nestjs/common';
import type { Reach } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { CoverDays } from './cover-rules.js';
import type { CoverFacts } from './cover-state.js';
import type { CoveredRole, ManagedPost, NamedPlace } from './managed-post.js';

interface Named {
  id: number;
  reference: string;
  name: string;
}

/** A cover with everybody's names; the place as it stands on the day asked about. */
export interface CoverRow extends CoverFacts, NamedPlace {
  id: number;
  role: CoveredRole;
  holder: Named;
  deputy: Named;
  /** Who named the deputy. */
  givenBy: Named;
}

export interface CoverStep {
  kind: 'given' | 'changed' | 'ended';
  lastOn: IsoDate | null;
  madeBy: string;
  madeAt: Date;
}

export interface CoverToGive extends CoverDays {
  formToken: string;
  post: ManagedPost;
  deputyId: number;
  madeBy: number;
}

const MOST_SHOWN = 500;

@Injectable()
export class CoverQueries {
  constructor(private readonly db: Database) {}

  one(id: number, today: IsoDate): Promise<CoverRow | null> {
    return this.db.one<CoverRow>(`${COVERS} where c.id = $2`, [today, id]);
  }

  /** Given by, held by or arranged by a person, the latest first. */
  ofPerson(personId: number, today: IsoDate): Promise<CoverRow[]> {
    return this.db.query<CoverRow>(
      `${COVERS} where c.id in (select id from cover where for_person_id = $2 union select id from cover where deputy_id = $2
                                union select cover_id from cover_step where made_by = $2)
        order by c.starts_on desc, c.id desc limit ${MOST_SHOWN}`,
      [today, personId],
    );
  }

  /** In the places below: units of the reach, and areas of its regions; running or coming first, the latest first. */
  inReach(reach: Reach, today: IsoDate): Promise<CoverRow[]> {
    return this.db.query<CoverRow>(
      `${COVERS} where ${BELOW} order by upper(c.valid) > $1::date desc nulls first, c.starts_on desc, c.id desc
        limit ${MOST_SHOWN}`,
      [today, reach.network, reach.regionIds, reach.areaIds],
    );
  }

  /** In force on a day that may be its first or its last one, and untouched since `begun`, the beginning of that day. */
  turningOn(day: IsoDate, begun: Date): Promise<CoverRow[]> {
    return this.db.query<CoverRow>(
      `${COVERS} where c.valid @> $1::date and $1::date in (c.starts_on, c.last_on, own.until)
          and not exists (select from cover_step s where s.cover_id = c.id and s.made_at >= $2)
        order by c.id`,
      [day, begun],
    );
  }

  /** What became of it, in order. */
  steps(id: number, now: Date): Promise<CoverStep[]> {
    return this.db.query<CoverStep>(
      `select s.kind, s.last_on as "lastOn", p.name as "madeBy", s.made_at as "madeAt"
         from cover_step s join person p on p.id = s.made_by where s.cover_id = $1 and s.made_at <= $2 order by s.id`,
      [id, now],
    );
  }

  async makerOf(stepId: number): Promise<number | null> {
    return (
      (await this.db.one<{ id: number }>('select made_by as id from cover_step where id = $1', [stepId]))?.id ?? null
    );
  }

  /** The id and its first step, or null when this form has been sent before. */
  async give(tx: Tx, wanted: CoverToGive): Promise<{ id: number; stepId: number } | null> {
    const { post, formToken, deputyId, startsOn, lastOn, madeBy } = wanted;
    const unitId = post.kind === 'unit' ? post.unitId : null;
    const areaId = post.kind === 'area' ? post.areaId : null;
    const regionId = post.kind === 'region' ? post.regionId : null;
    const row = await tx.one<{ id: number }>(
      `insert into cover (form_token, for_person_id, deputy_id, role, unit_id, area_id, region_id, starts_on, last_on)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (form_token) do nothing returning id`,
      [formToken, post.personId, deputyId, post.role, unitId, areaId, regionId, startsOn, lastOn],
    );
    if (row === null) return null;
    return { id: row.id, stepId: await this.step(tx, row.id, { kind: 'given', lastOn, madeBy }) };
  }

  /** What an earlier sending of the form made; null when the token is somebody else's. */
  async givenWith(formToken: string, madeBy: number): Promise<number | null> {
    const row = await this.db.one<{ id: number }>(
      `select c.id from cover c join cover_step s on s.cover_id = c.id and s.kind = 'given' and s.made_by = $2
        where c.form_token = $1`,
      [formToken, madeBy],
    );
    return row?.id ?? null;
  }

  /** As it stands, and nobody else changes it until this transaction ends. */
  async hold(tx: Tx, id: number): Promise<Omit<CoverFacts, 'holderUntil'>> {
    const row = await tx.one<Omit<CoverFacts, 'holderUntil'>>(
      `select starts_on as "startsOn", last_on as "lastOn", ended_on as "endedOn" from cover where id = $1 for update`,
      [id],
    );
    return row!;
  }

  async changeEnd(tx: Tx, id: number, lastOn: IsoDate, madeBy: number): Promise<number> {
    await tx.query('update cover set last_on = $2 where id = $1', [id, lastOn]);
    return this.step(tx, id, { kind: 'changed', lastOn, madeBy });
  }

  async end(tx: Tx, id: number, endedOn: IsoDate, madeBy: number): Promise<number> {
    await tx.query('update cover set ended_on = $2 where id = $1', [id, endedOn]);
    return this.step(tx, id, { kind: 'ended', lastOn: null, madeBy });
  }

  private async step(
    tx: Tx,
    coverId: number,
    step: { kind: CoverStep['kind']; lastOn: IsoDate | null; madeBy: number },
  ): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `insert into cover_step (cover_id, kind, last_on, made_by, made_at) values ($1, $2, $3, $4, $5) returning id`,
      [coverId, step.kind, step.lastOn, step.madeBy, tx.now],
    );
    return row!.id;
  }
}

const named = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'reference', ${alias}.reference, 'name', ${alias}.name)`;

/**
 * Covers `c` as of the day $1. The manager holds the post up to the end of the last posting that meets the cover: when
 * that is before its own end, the cover has ended with it.
 */
const COVERS = `
  select c.id, c.role, c.starts_on as "startsOn", c.last_on as "lastOn", c.ended_on as "endedOn",
         own.until as "holderUntil",
         case when c.unit_id is not null then 'unit' when c.area_id is not null then 'area' else 'region' end as kind,
         coalesce(u.code, a.code, r.code) as code, coalesce(u.name, a.name, r.name) as name,
         c.unit_id as "unitId", coalesce(c.area_id, stands.area_id) as "areaId",
         coalesce(c.region_id, up.region_id, stands.region_id) as "regionId",
         ${named('holder')} as holder, ${named('deputy')} as deputy, ${named('giver')} as "givenBy"
    from cover c
    join person holder on holder.id = c.for_person_id
    join person deputy on deputy.id = c.deputy_id
    join cover_step first on first.cover_id = c.id and first.kind = 'given'
    join person giver on giver.id = first.made_by
    left join unit u on u.id = c.unit_id
    left join area a on a.id = c.area_id
    left join region r on r.id = c.region_id
    left join unit_place stands on stands.unit_id = c.unit_id and stands.valid @> $1::date
    left join area_region up on up.area_id = c.area_id and up.valid @> $1::date
    cross join lateral (
      select case when count(*) = 0 then c.starts_on - 1 when bool_or(upper_inf(o.valid)) then null
                  else max(upper(o.valid)) - 1 end as until
        from posting o
       where o.person_id = c.for_person_id and o.role = c.role and o.valid && daterange(c.starts_on, null)
         and (o.unit_id = c.unit_id or o.area_id = c.area_id or o.region_id = c.region_id)) own`;

/** Places under those of a reach ($2 to $4: network, regions, areas): what stands beside or above is not theirs. */
const BELOW = `
  ($2 or c.unit_id in (select p.unit_id from unit_place p
                             where p.valid @> $1::date and (p.region_id = any ($3) or p.area_id = any ($4)))
      or c.area_id in (select ar.area_id from area_region ar where ar.valid @> $1::date and ar.region_id = any ($3)))`;
