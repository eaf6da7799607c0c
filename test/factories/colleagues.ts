import type { TestApp } from '../support/app.js';

/** A counter colleague; `unitId` for one who works beside another. */
export async function aColleague(app: TestApp, beside?: { unitId: number }): Promise<{ id: number; unitId: number }> {
  const unitId = beside?.unitId ?? (await aBranch(app));
  const person = await app.db.one<{ id: number }>(
    `insert into person (reference, name) select (max(id) + 1)::text, 'Colleague ' || (max(id) + 1)
       from (select 0 as id union all select id from person) p returning id`,
  );
  await app.db.query(
    "insert into posting (person_id, unit_id, role, main, valid) values ($1, $2, 'staff', true, '[2026-01-01,)')",
    [person!.id, unitId],
  );
  return { id: person!.id, unitId };
}

async function aBranch(app: TestApp): Promise<number> {
  const row = await app.db.one<{ unitId: number }>(
    `with r as (insert into region (code, name) values (gen_random_uuid()::text, 'North') returning id),
          a as (insert into area (code, name) values (gen_random_uuid()::text, 'Northmere') returning id),
          u as (insert into unit (code, name, kind, nation)
                select lpad((count(*) + 1)::text, 6, '0'), 'Ashbridge', 'branch', 'england' from unit returning id),
          ar as (insert into area_region (area_id, region_id, valid) select a.id, r.id, '[2020-01-01,)' from a, r),
          ua as (insert into unit_area (unit_id, area_id, valid) select u.id, a.id, '[2020-01-01,)' from u, a)
     select u.id as "unitId" from u`,
  );
  await app.db.query('select refresh_unit_place(array[$1::int])', [row!.unitId]);
  return row!.unitId;
}
