/**
 * What jobs work out from the answers once they have landed: how units stood, what comments speak of, and what other numbers
 * come to. Counted anew from raw rows as well, by none of the product's own statements.
 */
import { DRIVERS } from '../../src/platform/drivers.js';
import { lastClosedWeek } from '../../src/platform/dates.js';
import type { TestApp } from '../support/app.js';
import { SAID } from './random-steps.js';
import { differences, LONDON } from './recount.js';

/** Cells that are not what a recount says, once the jobs have run. */
export async function notAsWorkedOut(app: TestApp): Promise<unknown[]> {
  const checks = [
    standings(lastClosedWeek(app.clock.today())),
    ...Object.keys(THEME_PLACES).map(themes),
    SEARCHABLE,
    ENOUGH,
    differences('metric_cell', METRIC_CELLS, RECOUNTED_CELLS),
  ];
  return (await Promise.all(checks.map((sql) => app.db.query(sql)))).flat();
}

/** Every unit that stands somewhere is there, over the shortest period with thirty answers of the weeks up to the last closed one. */
function standings(week: string): string {
  const ago = (weeks: number, skipped = 0) =>
    `(w.week > date '${week}' - 7 * ${weeks + skipped} and w.week <= date '${week}' - 7 * ${skipped})`;
  const raw = `(select *, date_trunc('week', ${LONDON})::date as at_week from survey_response)`;
  const recount = `
    with r as (select unit_id, at_week as week, ease, emotion, comment, ${DRIVERS.join(', ')} from ${raw} raw),
    unit_now as (select unit_id from unit_place where valid @> date '${week}' + 7),
    period as (
      select u.unit_id, case when count(*) filter (where ${ago(4)} and ease is not null) >= 30 then 4
                             when count(*) filter (where ${ago(13)} and ease is not null) >= 30 then 13
                             when count(*) filter (where ${ago(26)} and ease is not null) >= 30 then 26 else 52 end as period
        from unit_now u left join r w using (unit_id) group by 1)
    select p.unit_id, p.period::smallint,
           count(*) filter (where inside)::int as responses,
           count(comment) filter (where inside)::int as comments,
           count(ease) filter (where inside)::int, (count(*) filter (where inside and ease in (4, 5)))::int,
           ${[2, 1, 0, -1, -2].map((n) => `(count(*) filter (where inside and emotion = ${n}))::int`).join(', ')},
           count(ease) filter (where ${ago(4)})::int, (count(*) filter (where ${ago(4)} and ease in (4, 5)))::int,
           count(ease) filter (where ${ago(13, 4)})::int, (count(*) filter (where ${ago(13, 4)} and ease in (4, 5)))::int,
           array[${DRIVERS.map((driver) => `count(${driver}) filter (where ${ago(52)})`).join(', ')}]::int[],
           array[${DRIVERS.map((driver) => `count(*) filter (where ${ago(52)} and ${driver} in (4, 5))`).join(', ')}]::int[]
      from period p
      left join lateral (select r.*, week > date '${week}' - 7 * p.period and week <= date '${week}' as inside
                           from r where r.unit_id = p.unit_id) w on true
     group by 1, 2`;
  const kept = `
    select unit_id, period, responses, comments, ease_n, ease_top, delighted, satisfied, neutral, disappointed, irritated,
           recent_n, recent_top, earlier_n, earlier_top, drivers_n, drivers_top
      from unit_standing where week = '${week}'`;
  return differences('unit_standing', kept, `(${recount})`);
}

/** Which answers with words speak of what: any of them of nothing in particular, theme 0. */
const SPEAKS = `
  select r.unit_id, p.area_id, r.emotion, date_trunc('week', ${LONDON})::date as week, coalesce(th.id, 0) as theme_id
    from survey_response r
    left join unit_place p on p.unit_id = r.unit_id and p.valid @> ${LONDON}::date
   cross join lateral (select '' as key union all
      select key from (values ${Object.entries(SAID)
        .flatMap(([words, keys]) => keys.map((key) => `('${words}', '${key}')`))
        .join(', ')}) said (words, key) where said.words = r.comment) about
    left join theme th on th.key = about.key
   where r.comment <> ''`;

/** The rollups of themes: what is kept, and the place in which an answer counts. A region holds what its areas of the Monday hold. */
const THEME_PLACES: Readonly<Record<string, readonly [kept: string, place: string, joined?: string]>> = {
  unit: ['unit_id, CELL from theme_unit_week', 's.unit_id'],
  area: ['area_id, CELL from theme_area_week where area_id <> 0', 's.area_id'],
  network: ['area_id, CELL from theme_area_week where area_id = 0', '0'],
  region: [
    'region_id, CELL from theme_region_week',
    'ar.region_id',
    'join area_region ar on ar.area_id = s.area_id and ar.valid @> s.week',
  ],
};
const CURRENT = `edition_id = (select id from theme_edition where state = 'current')`;

function themes(level: string): string {
  const [kept, place, joined = ''] = THEME_PLACES[level]!;
  const cells = kept.replace('CELL', 'week, theme_id, comments, felt, good, bad');
  const recount = `
    select ${place} as place, s.week, theme_id, count(*)::int, count(emotion)::int,
           (count(*) filter (where emotion > 0))::int, (count(*) filter (where emotion < 0))::int
      from (${SPEAKS}) s ${joined} where ${level === 'network' ? 's.area_id' : place} is not null group by 1, 2, 3`;
  return differences(
    `themes of ${level}`,
    `select ${cells} ${kept.includes('where') ? 'and' : 'where'} ${CURRENT}`,
    recount,
  );
}

const SEARCHABLE = differences(
  'comment_index',
  'select response_id, unit_id, area_id, week, answered_at, ease, emotion from comment_index',
  `select r.id, r.unit_id, p.area_id, date_trunc('week', ${LONDON})::date, r.answered_at, r.ease, r.emotion
     from survey_response r left join unit_place p on p.unit_id = r.unit_id and p.valid @> ${LONDON}::date
    where r.comment <> ''`,
);

/** A unit's words may be shown from its fifth comment on. */
const ENOUGH = differences(
  'comment_unit',
  'select unit_id, shown_from_at from comment_unit',
  `select unit_id, at from (select unit_id, answered_at as at,
      row_number() over (partition by unit_id order by answered_at, id) as n from survey_response where comment <> '') c
    where n = 5`,
);

const METRIC_CELLS = 'select metric_id, level, place_id, bucket, places, n, total, weight, weighted from metric_cell';

/** A value counts where its unit stood first in its period; an area's in the region where it stood when the week began. */
const RECOUNTED_CELLS = `
  (with leaf as (
     select v.metric_id, v.place_id, v.value, coalesce(v.weight, 1) as weight, date_trunc('week', v.starts_on)::date as bucket,
            (select p.area_id from unit_place p where p.unit_id = v.place_id
                and p.valid && daterange(v.starts_on, v.starts_on + case m.grain when 'week' then 7 else 1 end)
              order by p.valid limit 1) as area_id
       from metric_value v join custom_metric m on m.id = v.metric_id),
   placed as (
     select leaf.*, (select ar.region_id from area_region ar where ar.area_id = leaf.area_id
                      order by ar.valid @> leaf.bucket desc, ar.valid limit 1) as region_id from leaf),
   cell as (
     select metric_id, area_id as area, region_id as region, bucket, count(distinct place_id) as places, count(*) as n,
            sum(value) as total, sum(weight) as weight, sum(value * weight) as weighted
       from placed group by 1, 2, 3, 4)
   select metric_id, 'area' as level, area, bucket, places::int, n::int, total, weight, weighted from cell
   union all
   select metric_id, 'region', region, bucket, sum(places)::int, sum(n)::int, sum(total), sum(weight), sum(weighted)
     from cell group by 1, 3, 4
   union all
   select metric_id, 'network', 0, bucket, sum(places)::int, sum(n)::int, sum(total), sum(weight), sum(weighted)
     from cell group by 1, 4)`;
