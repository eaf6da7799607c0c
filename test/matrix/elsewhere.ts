/**
 * Elsewhere: a unit in another region in which everything that can be named carries a mark. A mark in an answer to somebody
 * who has nothing to do there is a leak, by whatever way it came.
 */
import type { TestApp } from '../support/app.js';
import { addDays, lastClosedWeek, startOfLondonDay } from '../../src/platform/dates.js';
import { landResponses } from '../../src/feedback/imports/landing.queries.js';

/** No word, number or code of the product holds these. */
export const MARKS = ['zqxwold', '909,090', '909090', '909091'] as const;

export interface Elsewhere {
  region: string;
  area: string;
  unit: string;
  unitId: number;
  /** Personnel reference of a colleague there. */
  person: string;
  personId: number;
  manager: number;
}

/** Renames a region of the demo, one of its areas, a unit and everybody in it. */
export async function mark(app: TestApp): Promise<Elsewhere> {
  const found = await app.db.one<{ unitId: number; areaId: number; regionId: number }>(
    `select p.unit_id as "unitId", p.area_id as "areaId", p.region_id as "regionId"
       from unit_place p join region r on r.id = p.region_id and r.code = 'R3' join unit u on u.id = p.unit_id
      where u.kind = 'branch' and p.valid @> $1::date
        and (select count(*) from posting where unit_id = u.id and main and valid @> $1::date) > 3
      order by u.code limit 1`,
    [app.clock.today()],
  );
  const { unitId, areaId, regionId } = found!;
  await app.db.query(`update region set code = 'RZQXWOLD', name = 'Zqxwold Region' where id = $1`, [regionId]);
  await app.db.query(`update area set code = 'AZQXWOLD', name = 'Zqxwold Area' where id = $1`, [areaId]);
  await app.db.query(`update unit set code = '909090', name = 'Tamarisk Zqxwold' where id = $1`, [unitId]);
  await app.db.query(
    `update person set name = 'Zqxwold ' || name, email = 'zqxwold' || id || '@example.org'
      where id in (select person_id from posting where unit_id = $1 or area_id = $2 or region_id = $3)`,
    [unitId, areaId, regionId],
  );
  const person = await app.db.one<{ id: number }>(
    `update person set reference = 'zqxwold1' where id = (select person_id from posting
      where unit_id = $1 and main and role = 'staff' and valid @> $2::date order by id limit 1) returning id`,
    [unitId, app.clock.today()],
  );
  const manager = await app.db.one<{ id: number }>(
    `update person set reference = 'zqxwold2' where id = (select person_id from posting
      where area_id = $1 and valid @> $2::date order by id limit 1) returning id`,
    [areaId, app.clock.today()],
  );
  return {
    region: 'RZQXWOLD',
    area: 'AZQXWOLD',
    unit: '909090',
    unitId,
    person: 'zqxwold1',
    personId: person!.id,
    manager: manager!.id,
  };
}

/** What customers said there, what else was changed there, and why things were asked there. */
export async function fill(app: TestApp, { unitId, personId, manager }: Elsewhere): Promise<void> {
  const week = lastClosedWeek(app.clock.today());
  await app.db.write(async (tx) => {
    const source = await tx.one<{ source: number; import: number }>(
      `select source_id as source, max(id) as import from survey_import group by 1 limit 1`,
    );
    await landResponses(
      tx,
      source!.source,
      source!.import,
      Array.from({ length: 8 }, (_, at) => ({
        key: `zqxwold-${at}`,
        unitId,
        answeredAt: new Date(startOfLondonDay(addDays(week, at % 6)).getTime() + 36_000_000),
        answers: { ease: 1 },
        comment: `They said zqxwold ${at}`,
      })),
    );
    await tx.query('update unit_week set responses = 909091 where unit_id = $1 and week = $2', [unitId, week]);
    await tx.query(
      `insert into unit_action (form_token, unit_id, happened_on, words, recorded_by, recorded_at)
       values (gen_random_uuid()::text, $1, $2, 'Zqxwold counter moved', $3, $4)`,
      [unitId, addDays(week, -7), manager, tx.now],
    );
    await tx.query(`update assignment set reason = 'Zqxwold: ' || reason where made_by = $1`, [manager]);
    await tx.query(
      `insert into pledge (theme_day_id, person_id, unit_id, words, made_at)
       select id, $1, $2, 'I promise zqxwold', $3 from theme_day where held_on = $4 on conflict do nothing`,
      [personId, unitId, tx.now, app.clock.today()],
    );
  });
}
