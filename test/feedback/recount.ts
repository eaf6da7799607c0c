/** The rollups counted anew from the raw answers and from where units stood, by none of the product's own statements. */
import { DRIVERS } from '../../src/platform/drivers.js';
import type { TestApp } from '../support/app.js';

const scale = (name: string) =>
  `count(${name})::int as ${name}_n, count(*) filter (where ${name} in (4, 5))::int as ${name}_top,
   coalesce(sum(${name}), 0)::int as ${name}_sum`;

const COUNTS = `count(*)::int as responses, count(comment)::int as comments, ${scale('ease')},
  count(*) filter (where emotion = 2)::int as delighted, count(*) filter (where emotion = 1)::int as satisfied,
  count(*) filter (where emotion = 0)::int as neutral, count(*) filter (where emotion = -1)::int as disappointed,
  count(*) filter (where emotion = -2)::int as irritated, ${DRIVERS.map(scale).join(', ')}`;

/** The day of an answer, for its customer. */
export const LONDON = `(answered_at at time zone 'Europe/London')`;
const WEEK = `date_trunc('week', ${LONDON})::date as week`;
const PLACED = `survey_response r join unit_place p on p.unit_id = r.unit_id and p.valid @> ${LONDON}::date`;
/** Not of the unit's place: an area may have stood in several regions while the unit stood in it. */
const IN_REGION = `${PLACED} join area_region ar on ar.area_id = p.area_id and ar.valid @> ${LONDON}::date`;

/** What every landing, undo and move keeps right in its own transaction. */
const ROLLUPS: Readonly<Record<string, string>> = {
  unit_week: `select unit_id, ${WEEK}, ${COUNTS} from survey_response group by 1, 2`,
  unit_quarter: `select unit_id, ${WEEK.replace(' as week', '')} - (${WEEK.replace(' as week', '')} - date '0001-01-01') % 91 as starts_on, ${COUNTS}
    from survey_response group by 1, 2`,
  area_day: `select p.area_id, ${LONDON}::date as day, ${COUNTS} from ${PLACED} group by 1, 2`,
  area_week: `select p.area_id, ar.region_id, ${WEEK}, ${COUNTS} from ${IN_REGION} group by 1, 2, 3`,
  region_week: `select ar.region_id, ${WEEK}, ${COUNTS} from ${IN_REGION} group by 1, 2`,
};

/** Cells that are not what a recount says, both ways, and whether units still wait to be moved. */
export async function notAsRecounted(app: TestApp): Promise<unknown[]> {
  const found = await Promise.all([
    ...Object.entries(ROLLUPS).map(([table, recount]) => app.db.query(differences(table, `table ${table}`, recount))),
    app.db.query('select unit_id as waits from answer_move'),
  ]);
  return found.flat();
}

/** Rows of either that the other has not. */
export const differences = (what: string, kept: string, recount: string) =>
  `(select '${what}' as what, 'kept' as is, * from (${kept} except ${recount}) a)
   union all (select '${what}', 'recounted', * from (${recount} except ${kept}) b)`;
