import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { rejecting } from '../imports/staging.queries.js';

/**
 * Where the units of a file went when they closed, against what is known: part of the import of units, over its staging
 * table `staged_unit`, in sets. A cell of `merged_into` is null when the file has no such column: what is known then stays.
 * Of a unit that the file speaks of, mergers from its earliest day on are what the file says; earlier ones stay.
 */
@Injectable()
export class MergerImportQueries {
  /**
   * Takes away rows whose merger cannot be, and rows that a known merger stands against. A row that goes may have been what
   * another one merges into, so it is asked again until nothing goes: once or twice, for a file that somebody made.
   */
  async reject(tx: Tx): Promise<void> {
    let rejected: unknown[];
    do {
      rejected = await tx.query(`${rejecting(IMPOSSIBLE)} returning line`);
    } while (rejected.length > 0);
  }

  /** After the units stand where the file says. */
  async apply(tx: Tx, changeId: number): Promise<void> {
    await tx.query(TAKE_AWAY, [changeId]);
    await tx.query(ADD, [changeId]);
  }
}

/** Mergers as they will be: those that the file states, with their lines, and those known ones that it leaves alone. */
const NEXT = `
  told as (
    select line, unit_code, merged_into as successor, upper(valid) - 1 as day from staged_unit where merged_into <> ''),
  known as (
    select u.code as unit_code, v.code as successor, m.merged_on as day
      from unit_merger m join unit u on u.id = m.unit_id join unit v on v.id = m.successor_id),
  involved as (
    select unit_code as code from told union select successor from told
     union select unit_code from known union select successor from known),
  since as (
    select unit_code, min(lower(valid)) as day, bool_or(merged_into is not null) as says
      from staged_unit where unit_code in (select code from involved) group by 1),
  kept as (
    select k.* from known k left join since s on s.unit_code = k.unit_code
     where s.unit_code is null or not s.says or k.day < s.day),
  next as (select unit_code, successor, day from told union select unit_code, successor, day from kept)`;

/** On which days the units of these mergers will stand. */
const LIFE = `
  life as (
    select code, range_agg(days) as days
      from (select unit_code as code, valid as days from staged_unit where unit_code in (select code from involved)
             union all
            select u.code, ua.valid * daterange(null, s.day) from unit u join unit_area ua on ua.unit_id = u.id
              left join since s on s.unit_code = u.code where u.code in (select code from involved)) stood
     group by 1)`;

/** From each merger of the file on to where it leads by its day: a unit that is open on the next day leads no further. */
const WAY = `
  way as (
    select line, unit_code as start, successor as at, day from told
     union all
    select w.line, w.start, n.successor, w.day from way w join next n on n.unit_code = w.at and n.day <= w.day
      left join life l on l.code = w.at
     where w.at <> w.start and not coalesce(l.days @> (w.day + 1), false)
  ) cycle at set again using path`;

const IMPOSSIBLE = `
  with recursive ${NEXT}, ${LIFE}, ${WAY},
  wrong as (
    select t.line, 'merged_into' as "column", case
             when their.code is null and v.id is null then array['mergesNowhere', t.successor]
             when own.days @> (t.day + 1) then array['mergesAndGoesOn', t.unit_code, t.day::text]
             when exists (select from way w where w.line = t.line and w.at = w.start)
               then array['mergesInCircle', t.unit_code, t.successor]
             when not coalesce(their.days @> t.day, false) then array['mergesIntoClosed', t.successor, t.day::text]
           end as said
      from told t join life own on own.code = t.unit_code
      left join life their on their.code = t.successor left join unit v on v.code = t.successor
    union all
    select s.line, 'to', array['hasMerged', k.unit_code, k.successor, k.day::text]
      from kept k join life own on own.code = k.unit_code join staged_unit s on s.unit_code = k.unit_code
     where not own.days @> k.day or own.days @> (k.day + 1)
    union all
    select s.line, 'to', array['tookOver', k.successor, k.unit_code, k.day::text]
      from kept k join life their on their.code = k.successor join staged_unit s on s.unit_code = k.successor
     where not their.days @> k.day)
  delete from staged_unit s using (
    select distinct on (line) line, "column", said from wrong where said is not null order by line, said) w
   where w.line = s.line
  returning s.line, w."column", w.said`;

/**
 * Rows that change where their unit goes at the end of their last day, with the merger as `MergerChange` has it: part of the
 * comparison, before anything changes.
 */
export const MERGERS_THAT_CHANGE = `
  select s.line, jsonb_build_object('code', coalesce(nullif(s.merged_into, ''), had.code),
           'name', coalesce(goes.name, here.name, had.name), 'on', upper(s.valid) - 1, 'undone', s.merged_into = '') as merger
    from staged_unit s
    left join (select u.code as unit_code, m.merged_on, v.code, v.name from unit_merger m
                 join unit u on u.id = m.unit_id join unit v on v.id = m.successor_id) had
      on had.unit_code = s.unit_code and had.merged_on = upper(s.valid) - 1
    left join unit goes on goes.code = s.merged_into
    left join (select unit_code, min(unit_name) as name from staged_unit
                where unit_code in (select merged_into from staged_unit where merged_into <> '') group by 1) here
      on here.unit_code = s.merged_into
   where s.merged_into is distinct from had.code and s.merged_into is not null
     and (s.merged_into <> '' or had.code is not null)`;

/** What the file does not say any more, and what has lost its day because a snapshot ended the unit before it. */
const TAKE_AWAY = `
  with said as (
    select u.id as unit_id, min(lower(s.valid)) as day, bool_or(s.merged_into is not null) as says
      from staged_unit s join unit u on u.code = s.unit_code join unit_merger m on m.unit_id = u.id group by 1),
  gone as (
    delete from unit_merger m using said
     where said.unit_id = m.unit_id
       and (said.says and m.merged_on >= said.day and not exists (
              select from staged_unit s join unit u on u.code = s.unit_code join unit v on v.code = s.merged_into
               where u.id = m.unit_id and upper(s.valid) - 1 = m.merged_on and v.id = m.successor_id)
         or not exists (select from unit_area a where a.unit_id = m.unit_id and upper(a.valid) - 1 = m.merged_on))
    returning m.id, to_jsonb(m) as was)
  insert into network_change_row (change_id, target, row_id, was) select $1::int, 'unit_merger', id, was from gone`;

const ADD = `
  with made as (
    insert into unit_merger (unit_id, successor_id, merged_on)
    select u.id, v.id, upper(s.valid) - 1
      from staged_unit s join unit u on u.code = s.unit_code join unit v on v.code = s.merged_into
     where not exists (select from unit_merger m where m.unit_id = u.id and m.merged_on = upper(s.valid) - 1)
     order by u.id
    returning id, to_jsonb(unit_merger) as became)
  insert into network_change_row (change_id, target, row_id, became) select $1::int, 'unit_merger', id, became from made`;
