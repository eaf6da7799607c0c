/**
 * Where the area days count the answers of a unit (`answer_place`), and how that follows the network (`unit_place`) when a
 * unit turns out to have stood elsewhere. Answers are read and never written: only the area days move.
 */
import type { Tx } from '../../platform/database/tx.js';
import { COUNT_COLUMNS } from '../metrics/counts.js';
import { countingSums } from './counting-sql.js';

/** Whoever lands answers shares it, whoever moves them has it alone, until the transaction ends. */
const PLACES = `hashtext('feedback.answerPlaces')`;
/** As a statement, for whoever changes answers past the landing. */
export const STAND_STILL = `select pg_advisory_xact_lock(${PLACES})`;
const NEW_DAYS = `hashtext('feedback.answerPlaces.newDays')`;

/** Nothing lands and nothing moves until the transaction ends. */
export async function standStill(tx: Tx): Promise<void> {
  await tx.query(STAND_STILL);
}

/** Nothing moves until the transaction ends, but answers may land and go. */
export async function holdPlaces(tx: Tx): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${PLACES})`);
}

/**
 * Gives days to the places of these units that have none yet: nothing is counted on them, so nothing has to move. Days on
 * which a unit counts elsewhere than it stands are left to `moveAnswers`. Answers may land from here on until the
 * transaction ends.
 * @param units SQL of the ids of units
 */
export async function openPlaces(tx: Tx, units: string, params: unknown[] = []): Promise<void> {
  await holdPlaces(tx);
  if ((await tx.one<{ n: number }>(`select count(*) as n from (${newDays(units)}) missing`, params))?.n === 0) return;
  await tx.query(`select pg_advisory_xact_lock(${NEW_DAYS})`);
  await tx.query(`insert into answer_place (unit_id, area_id, valid) ${newDays(units)}`, params);
}

/** An import reads whole files and forbids this to the planner, but answers are looked up by the few units that moved. */
const UNIT_BY_UNIT = 'set local enable_nestloop = on';

/** Notes the units that count on some day where they do not stand, and answers how many are waiting. */
export async function findMoved(tx: Tx): Promise<number> {
  await standStill(tx);
  await tx.query(UNIT_BY_UNIT);
  await tx.query(
    `insert into answer_move (unit_id, found_at) select unit_id, $1 from (${MISPLACED}) misplaced
                  on conflict do nothing`,
    [tx.now],
  );
  return (await tx.one<{ n: number }>('select count(*) as n from answer_move'))?.n ?? 0;
}

/** How many answers the waiting units have on the days in question; counts no further than `most`. */
export async function answersToMove(tx: Tx, most: number): Promise<number> {
  const waiting = 'select unit_id from answer_move';
  const row = await tx.one<{ n: number }>(
    `with ${changes(waiting)} select count(*) as n from (select from change ${JOIN_ANSWERS} limit $1) few`,
    [most],
  );
  return row?.n ?? 0;
}

/**
 * Moves the answers of the next units that wait, at most so many units: out of the area days where they counted, into those
 * where the units stood, in one transaction that nobody who reads a page waits for.
 * @returns how many units were done
 */
export async function moveAnswers(tx: Tx, units: number): Promise<number> {
  await standStill(tx);
  await tx.query(
    `create temp table moving_unit on commit drop as
     select unit_id, range_agg(p.valid) as days from answer_place p
       join (select unit_id from answer_move order by unit_id limit ${units}) due using (unit_id) group by unit_id;
     create temp table moving_day on commit drop as ${COUNTED_BY_DAY};
     ${TAKE_AND_GIVE};
     delete from area_day cell using moving_day m
      where cell.area_id = m.was and cell.day = m.day and cell.responses = 0;
     delete from answer_place where unit_id in (select unit_id from moving_unit);
     insert into answer_place (unit_id, area_id, valid)
     select unit_id, area_id, unnest(range_agg(valid)) from unit_place
      where unit_id in (select unit_id from moving_unit) group by unit_id, area_id;
     insert into answer_place (unit_id, valid)
     select unit_id, unnest(days - coalesce((select range_agg(valid) from unit_place p where p.unit_id = m.unit_id), '{}'))
       from moving_unit m;
     delete from answer_move where unit_id in (select unit_id from moving_unit)`,
  );
  const done = await tx.one<{ n: number }>('select count(*) as n from moving_unit');
  await tx.query('drop table moving_unit, moving_day');
  return done?.n ?? 0;
}

/** The London day of an answer. */
export const dayOf = (alias: string) => `(${alias}.answered_at at time zone 'Europe/London')::date`;

/** From the first moment of a London day on; a null day is the beginning of time. */
export const startOf = (day: string) => `coalesce(${day}, '-infinity')::timestamp at time zone 'Europe/London'`;

/** Up to the first moment of a London day; a null day is the end of time. */
export const before = (day: string) => `coalesce(${day}, 'infinity')::timestamp at time zone 'Europe/London'`;

/** Days of these units' places that no place of theirs covers yet. Hardly any unit has some, and that is seen by key. */
const newDays = (units: string) => `
  select unit_id, area_id, unnest(days) as valid
    from (select p.unit_id, p.area_id, range_agg(p.valid) - coalesce((select range_agg(c.valid) from answer_place c
                                                                       where c.unit_id = p.unit_id), '{}') as days
            from unit_place p
           where p.unit_id in (${units})
             and not exists (select from answer_place c where c.unit_id = p.unit_id and c.valid @> p.valid)
           group by p.unit_id, p.area_id) fresh
   where not isempty(days)`;

/** The units that count on some day in an area in which they did not stand, or nowhere though they stood in one. */
export const MISPLACED = `
  with stands as (select unit_id, area_id, range_agg(valid) as days from unit_place group by 1, 2),
       counts as (select unit_id, area_id, range_agg(valid) as days from answer_place group by 1, 2)
  select counts.unit_id from counts left join stands using (unit_id, area_id)
   where counts.area_id is not null and (stands.days is null or not stands.days @> counts.days)
  union
  select counts.unit_id from counts join unit_place p on p.unit_id = counts.unit_id and p.valid && counts.days
   where counts.area_id is null`;

/** `change`: the days on which these units count in the area `was` and stand in `now`; either may be nowhere. */
const changes = (units: string) => `
  due as (${units}),
  counts as (select a.unit_id, a.area_id, range_agg(a.valid) as days
               from answer_place a join due using (unit_id) group by 1, 2),
  stands as (select p.unit_id, p.area_id, range_agg(p.valid) as days
               from unit_place p join due using (unit_id) group by 1, 2),
  stood as (select unit_id, range_agg(days) as days from stands group by 1),
  change as materialized (
    select counts.unit_id, counts.area_id as was, stands.area_id as now, unnest(counts.days * stands.days) as days
      from counts join stands on stands.unit_id = counts.unit_id and stands.area_id is distinct from counts.area_id
    union all
    select counts.unit_id, counts.area_id, null, unnest(counts.days - coalesce(stood.days, '{}'))
      from counts left join stood using (unit_id) where counts.area_id is not null)`;

const JOIN_ANSWERS = `
  join survey_response r on r.unit_id = change.unit_id
   and r.answered_at >= ${startOf('lower(change.days)')} and r.answered_at < ${before('upper(change.days)')}`;

/** Each answer is read once. */
const COUNTED_BY_DAY = `
  with ${changes('select unit_id from moving_unit')}
  select change.was, change.now, ${dayOf('r')} as day, ${countingSums('r', '1')}
    from change ${JOIN_ANSWERS} group by 1, 2, 3`;

const moved = (weight: number) => COUNT_COLUMNS.map((column) => `${weight} * ${column} as ${column}`).join(', ');

/** Cells are taken in key order, as by everybody who moves them. */
const TAKE_AND_GIVE = `
  insert into area_day (area_id, day, ${COUNT_COLUMNS.join(', ')})
  select area_id, day, ${COUNT_COLUMNS.map((column) => `sum(${column})`).join(', ')}
    from (select was as area_id, day, ${moved(-1)} from moving_day where was is not null
          union all select now, day, ${moved(1)} from moving_day where now is not null) both_ways
   group by area_id, day order by area_id, day
  on conflict (area_id, day) do update set ${COUNT_COLUMNS.map((column) => `${column} = area_day.${column} + excluded.${column}`).join(', ')}`;
