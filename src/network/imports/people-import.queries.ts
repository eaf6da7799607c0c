import { Injectable } from '@nestjs/common';
import { copyInto } from '../../platform/database/copy.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { add, json, POSTING, takeAway } from '../changes/kept-rows.queries.js';
import { LEFT_LONG_AGO } from '../left-references.queries.js';
import { BESIDE_A_JOB } from '../roles.js';
import type { StagingQueries } from './import-plan.js';
import { rejecting, setRejectedAside } from './staging.queries.js';

/**
 * The people file against people and postings, a whole file at a time. A person's job is one line of time; champion,
 * guest and administrator each another (`track`). Along each of them holds the rule of `timeline.ts`.
 */
@Injectable()
export class PeopleImportQueries implements StagingQueries {
  async stage(tx: Tx, lines: AsyncIterable<string>): Promise<void> {
    await tx.query(`
      create temp table staged_posting (line int primary key, reference text, name text, email text, place_code text,
        role text, stands_in text, track text, valid daterange, bad_column text, bad_reason text, unit_id int,
        area_id int, region_id int, place text) on commit drop`);
    const columns = 'line, reference, name, email, place_code, role, stands_in, track, valid, bad_column, bad_reason';
    await copyInto(tx, `staged_posting (${columns})`, lines);
    await setRejectedAside(tx, 'staged_posting');
    await tx.query(FIND_PLACES);
    await tx.query('analyze staged_posting');
  }

  async reject(tx: Tx): Promise<void> {
    await tx.query(rejecting(LEFT_LONG_AGO));
    await tx.query(rejecting(NO_PLACE));
    await tx.query(rejecting(CONTRADICTIONS));
    await tx.query(rejecting(EMAIL_TAKEN));
  }

  async compare(tx: Tx): Promise<void> {
    await tx.query(COMPARE, [BESIDE_A_JOB]);
    await tx.query('analyze difference');
  }

  async endAbsent(tx: Tx, day: IsoDate): Promise<number> {
    await tx.query(END_ABSENT, [BESIDE_A_JOB, day]);
    return (await tx.one<{ n: number }>(HOLDING, [day]))?.n ?? 0;
  }

  async apply(tx: Tx, changeId: number): Promise<void> {
    await tx.query(NEXT_PERSON);
    await tx.query(CLEAR_EMAILS);
    await tx.query(CHANGE_PEOPLE, [changeId]);
    await tx.query(ADD_PEOPLE, [changeId]);
    await tx.query(NEXT_DAYS, [BESIDE_A_JOB]);
    await tx.query(NEXT_POSTING);
    await tx.query('analyze next_posting');
    await tx.query(takeAway(POSTING, 'next_posting'), [changeId]);
    await tx.query(add(POSTING, 'next_posting'), [changeId]);
  }
}

const FIND_PLACES = `
  update staged_posting s set unit_id = u.id, place = 'unit ' || u.id from unit u
   where s.stands_in = 'unit' and u.code = s.place_code;
  update staged_posting s set area_id = a.id, place = 'area ' || a.id from area a
   where s.stands_in = 'area' and a.code = s.place_code;
  update staged_posting s set region_id = r.id, place = 'region ' || r.id from region r
   where s.stands_in = 'region' and r.code = s.place_code`;

const NO_PLACE = `
  delete from staged_posting where place is null
  returning line, 'unit_code' as "column",
    array[case stands_in when 'area' then 'noArea' when 'region' then 'noRegion' else 'noUnit' end, place_code] as said`;

const CONTRADICTIONS = `
  with told as (
    select line, reference, name, email, role, place_code, valid,
           first_value(line) over person person_line, first_value(name) over person name_said,
           first_value(email) over person email_said,
           first_value(line) over mail mail_line, first_value(reference) over mail mail_of,
           max(coalesce(upper(valid), 'infinity')) over (partition by reference, place, role order by lower(valid), line
             rows between unbounded preceding and 1 preceding) as held_until
      from staged_posting
    window person as (partition by reference order by line), mail as (partition by lower(email) order by line)
  ), refused as (
    select line, case
        when name <> name_said
          then array['personNames', reference, name, name_said, person_line::text]
        when lower(email) is distinct from lower(email_said)
          then array['otherEmail', reference, person_line::text]
        when email is not null and mail_of <> reference
          then array['emailOfRow', email, mail_of, mail_line::text]
        when lower(valid) < held_until
          then array['roleTwice', reference, role, place_code]
      end as said,
      case
        when name <> name_said then 'name'
        when lower(email) is distinct from lower(email_said) or (email is not null and mail_of <> reference) then 'email'
        else 'from'
      end as "column"
      from told
  )
  delete from staged_posting s using refused r where r.line = s.line and r.said is not null returning s.line, r."column", r.said`;

/** Somebody else has the address and keeps it. Two people of one file may exchange theirs. */
const EMAIL_TAKEN = `
  delete from staged_posting s using person p
   where lower(p.email) = lower(s.email) and p.reference <> s.reference
     and not exists (select 1 from staged_posting o where o.reference = p.reference
       and lower(o.email) is distinct from lower(s.email))
  returning s.line, 'email' as "column", array['emailTaken', s.email] as said`;

const TRACK = `case when p.role = any ($1) then p.role else 'job' end`;
const PLACE = `coalesce('unit ' || p.unit_id, 'area ' || p.area_id, 'region ' || p.region_id)`;

/** A row is moved when the person held a posting elsewhere, and none here, on the days that the row speaks of. */
const COMPARE = `
  create temp table difference on commit drop as
  with said as (select reference, track, place, role, range_agg(valid) as days from staged_posting group by 1, 2, 3, 4),
  since as (select reference, track, daterange(min(lower(valid)), null) as days from staged_posting group by 1, 2),
  known as (
    select s.reference, s.track, ${PLACE} as place, p.role, range_agg(p.valid * s.days) as days
      from since s join person on person.reference = s.reference
      join posting p on p.person_id = person.id and p.valid && s.days and ${TRACK} = s.track
     group by 1, 2, 3, 4),
  dropped as (
    select distinct k.reference, k.track from known k
     where not exists (select 1 from said s
       where s.reference = k.reference and s.track = k.track and s.place = k.place and s.role = k.role)),
  met as (
    select s.line, bool_or(k.place = s.place) as here, min(k.place) filter (where k.place <> s.place) as elsewhere
      from staged_posting s join known k on k.reference = s.reference and k.track = s.track and k.days && s.valid group by 1)
  select s.line, s.reference as code, s.name, lower(s.valid) as since, s.place_code as now,
         coalesce(u.code, a.code, r.code) as was,
         case
           when person.id is null then 'new'
           when said.days is not distinct from known.days and d.reference is null
             and person.name = s.name and person.email is not distinct from s.email then 'unchanged'
           when not met.here and met.elsewhere is not null then 'moved'
           else 'changed'
         end as change,
         null::jsonb as merger
    from staged_posting s
    join said on said.reference = s.reference and said.track = s.track and said.place = s.place and said.role = s.role
    left join known on known.reference = s.reference and known.track = s.track and known.place = s.place and known.role = s.role
    left join dropped d on d.reference = s.reference and d.track = s.track
    left join met on met.line = s.line
    left join person on person.reference = s.reference
    left join unit u on met.elsewhere = 'unit ' || u.id
    left join area a on met.elsewhere = 'area ' || a.id
    left join region r on met.elsewhere = 'region ' || r.id`;

const NEXT_PERSON = `
  create temp table next_person on commit drop as
  select p.id, s.reference, s.name, s.email, s.line, p.name as name_was, p.email as email_was
    from (select distinct on (reference) reference, name, email, line from staged_posting order by reference, line) s
    left join person p on p.reference = s.reference
   where p.id is null or (p.name, p.email) is distinct from (s.name, s.email)`;

/** Addresses that change hands are cleared first: the index would see two owners in between. */
const CLEAR_EMAILS = `
  update person set email = null from next_person n
   where n.id = person.id and n.email_was is not null and n.email is distinct from n.email_was`;

const CHANGE_PEOPLE = `
  with changed as (
    update person p set name = n.name, email = n.email from next_person n where n.id = p.id
    returning p.id, jsonb_build_object('name', n.name_was, 'email', n.email_was) as was, ${json('new', ['name', 'email'])} as became)
  insert into network_change_row (change_id, target, row_id, was, became) select $1::int, 'person', id, was, became from changed`;

const ADD_PEOPLE = `
  with made as (
    insert into person (reference, name, email) select reference, name, email from next_person where id is null order by line
    returning id, ${json('new', ['name', 'email'])} as became)
  insert into network_change_row (change_id, target, row_id, became) select $1::int, 'person', id, became from made`;

/** On each day the main posting is the job that began first, of two from one day the one that stood first in the file. */
const NEXT_DAYS = `
  create temp table next_days on commit drop as
  with said as (
    select person.id as person_id, s.* from staged_posting s join person on person.reference = s.reference
     where s.reference in (select code from difference where change <> 'unchanged')),
  before as (select person_id, track, daterange(null, min(lower(valid))) as days from said group by 1, 2),
  pieces as (
    select p.person_id, p.unit_id, p.area_id, p.region_id, p.role, p.main, null::int as line,
           p.valid * coalesce(b.days, daterange(null, null)) as valid
      from posting p left join before b on b.person_id = p.person_id and b.track = ${TRACK}
     where p.person_id in (select person_id from said)
    union all
    select person_id, unit_id, area_id, region_id, role, false, line, valid from said),
  stretches as (
    select person_id, unit_id, area_id, region_id, role, unnest(range_agg(valid)) as valid
      from pieces group by 1, 2, 3, 4, 5),
  whole as (
    select s.*, min(lower(p.valid)) filter (where p.main) as main_since, min(p.line) as line
      from stretches s join pieces p on p.person_id = s.person_id and p.role = s.role and p.valid && s.valid
       and (p.unit_id, p.area_id, p.region_id) is not distinct from (s.unit_id, s.area_id, s.region_id)
     group by s.person_id, s.unit_id, s.area_id, s.region_id, s.role, s.valid),
  taken as (
    select person_id, unit_id, area_id, region_id, role, valid, range_agg(valid) over (partition by person_id
             order by role = any ($1), lower(valid), main_since, line, role, unit_id, area_id, region_id
             rows between unbounded preceding and 1 preceding) as days
      from whole)
  select person_id, unit_id, area_id, region_id, role, valid::datemultirange - coalesce(days, '{}') as main_days,
         valid::datemultirange as days
    from taken`;

const NEXT_POSTING = `
  create temp table next_posting on commit drop as
  select person_id, unit_id, area_id, region_id, role, true as main, unnest(main_days) as valid from next_days
  union all
  select person_id, unit_id, area_id, region_id, role, false, unnest(days - main_days) from next_days`;

const HOLDING = 'select count(*) as n from posting where valid @> $1::date';

/**
 * Whoever holds a job, or something beside it, today and is named for it by no row: all of that since the open posting
 * began, up to the day before. Administrators stay, so that no file locks the last of them out; so does what has not begun.
 */
const END_ABSENT = `
  with held as (
    select p.*, person.reference, person.name, person.email, ${TRACK} as track
      from posting p join person on person.id = p.person_id where p.role <> 'administrator'),
  absent as (
    select person_id, track, min(lower(valid)) as since from held
     where valid @> $2::date
       and not exists (select from staged_posting s where s.reference = held.reference and s.track = held.track)
     group by 1, 2)
  insert into staged_posting (line, reference, name, email, place_code, role, stands_in, track, valid, unit_id, area_id,
                              region_id, place)
  select -row_number() over (order by p.reference, p.valid, p.id), p.reference, p.name, p.email,
         coalesce(u.code, a.code, r.code), p.role,
         case when p.unit_id is not null then 'unit' when p.area_id is not null then 'area' else 'region' end, p.track,
         p.valid * daterange(null, $2::date), p.unit_id, p.area_id, p.region_id, ${PLACE}
    from absent join held p on p.person_id = absent.person_id and p.track = absent.track
     and p.valid && daterange(absent.since, $2::date)
    left join unit u on u.id = p.unit_id left join area a on a.id = p.area_id left join region r on r.id = p.region_id
   where absent.since < $2::date`;
