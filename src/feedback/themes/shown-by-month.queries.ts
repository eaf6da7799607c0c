/** At a small unit the month stands for the day of a comment (comments/shown-at.ts): which units these are by now. */
import type { Tx } from '../../platform/database/tx.js';
import { londonDate } from '../../platform/dates.js';
import { SMALL_UNIT } from '../comments/comments.queries.js';
import { monthAt } from '../comments/shown-at.js';

/** A unit that became small, or is no longer. */
export interface TurnedUnit {
  unitId: number;
  small: boolean;
}

/** Looks for the first time at the units of these responses. */
export async function lookAtNewUnits(tx: Tx, ids: readonly number[]): Promise<void> {
  await tx.query(
    `with reach as materialized (
       select distinct r.unit_id from survey_response r
        where r.id = any ($1) and not exists (select from unit_by_month kept where kept.unit_id = r.unit_id))
     insert into unit_by_month (unit_id, small) select unit_id, ${SMALL_UNIT('$2', '$3')} from reach order by 1`,
    [ids, tx.now, londonDate(tx.now)],
  );
}

/** The units whose comments stand otherwise than they should by now, in their order. */
export function turnedUnits(tx: Tx): Promise<TurnedUnit[]> {
  return tx.query<TurnedUnit>(
    `with now_small as materialized (
       select reach.unit_id, reach.small as was, ${SMALL_UNIT('$1', '$2')} as small
         from unit_by_month reach)
     select unit_id as "unitId", small from now_small where small <> was order by 1`,
    [tx.now, londonDate(tx.now)],
  );
}

/** Puts all comments of these units where they stand from now on. Whoever calls holds the comments. */
export async function turn(tx: Tx, units: readonly TurnedUnit[]): Promise<void> {
  const params = [units.map(({ unitId }) => unitId), units.map(({ small }) => small)];
  await tx.query(
    `insert into unit_by_month (unit_id, small) select * from unnest($1::int[], $2::boolean[]) order by 1
     on conflict (unit_id) do update set small = excluded.small`,
    params,
  );
  await tx.query(
    `update comment_index c
        set month_at = moved.month_at,
            words = ts_delete(c.words, standing_marks(c.shown_at, c.area_id)) || array_to_tsvector(standing_marks(moved.stands_at, c.area_id))
       from (select one.response_id, place.month_at, coalesce(place.month_at, one.answered_at) as stands_at
               from unnest($1::int[], $2::boolean[]) turned (unit_id, small)
               join comment_index one on one.unit_id = turned.unit_id and (one.month_at is not null) <> turned.small
              cross join lateral (select case when turned.small then ${monthAt('one.answered_at', 'one.response_id')} end as month_at) place
            ) moved
      where c.response_id = moved.response_id`,
    params,
  );
}
