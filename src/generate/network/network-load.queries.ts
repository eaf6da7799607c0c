import { copyInto, copyLine } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import type { NetworkPlan } from './network-plan.js';

/** Puts a planned network into a database that holds none of it, in sets. */
export async function loadNetwork(tx: Tx, plan: NetworkPlan): Promise<void> {
  await stage(tx, plan);
  await tx.query('insert into region (code, name) select * from unnest($1::text[], $2::text[])', columns(plan.regions));
  await tx.query('insert into area (code, name) select * from unnest($1::text[], $2::text[])', columns(plan.areas));
  await tx.query(PLACES);
}

async function stage(tx: Tx, plan: NetworkPlan): Promise<void> {
  await tx.query(
    `create temp table planned_unit (place int generated always as identity, code text, name text, kind text, nation text,
                                      successor text, closed_on date) on commit drop;
     create temp table planned_stay (code text, area_code text, "from" date, "to" date) on commit drop;
     create temp table planned_link (code text, region_code text, "from" date, "to" date) on commit drop`,
  );
  await copyInto(
    tx,
    'planned_unit (code, name, kind, nation, successor, closed_on)',
    lines(plan.units, ({ code, name, kind, nation, successorCode, stays }) => [
      [code, name, kind, nation, successorCode, stays.at(-1)!.to],
    ]),
  );
  await copyInto(
    tx,
    'planned_stay',
    lines(plan.units, ({ code, stays }) => stays.map((stay) => [code, stay.areaCode, stay.from, stay.to])),
  );
  await copyInto(
    tx,
    'planned_link',
    lines(plan.areas, ({ code, regions }) => regions.map((link) => [code, link.regionCode, link.from, link.to])),
  );
}

const PLACES = `
  insert into area_region (area_id, region_id, valid)
  select area.id, region.id, daterange(l."from", l."to")
    from planned_link l join area using (code) join region on region.code = l.region_code order by l.code, l."from";
  insert into unit (code, name, kind, nation) select code, name, kind, nation from planned_unit order by place;
  insert into unit_area (unit_id, area_id, valid)
  select unit.id, area.id, daterange(s."from", s."to")
    from planned_stay s join unit using (code) join area on area.code = s.area_code order by unit.id, s."from";
  insert into unit_merger (unit_id, successor_id, merged_on)
  select unit.id, successor.id, p.closed_on - 1
    from planned_unit p join unit using (code) join unit successor on successor.code = p.successor order by p.place;
  select refresh_unit_place(array(select id from unit join planned_unit using (code)));
  analyze region, area, area_region, unit, unit_area, unit_place`;

function* lines<T>(items: readonly T[], rowsOf: (item: T) => (string | null)[][]): Generator<string> {
  for (const item of items) yield rowsOf(item).map(copyLine).join('');
}

const columns = (items: readonly { code: string; name: string }[]) => [
  items.map(({ code }) => code),
  items.map(({ name }) => name),
];
