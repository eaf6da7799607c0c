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

const LONDON = `(answered_at at time zone 'Europe/London')`;

/** Cells that are not what a recount says, both ways, and whether units still wait to be moved. */
export async function notAsRecounted(app: TestApp): Promise<unknown[]> {
  const [weeks, days, waiting] = await Promise.all([
    app.db.query(
      differences(
        'unit_week',
        `select unit_id, date_trunc('week', ${LONDON})::date as week, ${COUNTS} from survey_response group by 1, 2`,
      ),
    ),
    app.db.query(
      differences(
        'area_day',
        `select p.area_id, ${LONDON}::date as day, ${COUNTS} from survey_response r
           join unit_place p on p.unit_id = r.unit_id and p.valid @> ${LONDON}::date group by 1, 2`,
      ),
    ),
    app.db.query('select unit_id as waits from answer_move'),
  ]);
  return [...weeks, ...days, ...waiting];
}

const differences = (table: string, recount: string) =>
  `(select 'kept' as is, * from (table ${table} except ${recount}) a)
   union all (select 'recounted', * from (${recount} except table ${table}) b)`;
