-- A search of a region met what the rest of the network had said, and one of the whole network met a month at once where all
-- of it stands at its beginning. Now the index of words also knows the week and the blocks of weeks of a comment together
-- with its area, and its day, or a sixteenth of what stands at the beginning of its month.
create function standing_marks(stands timestamptz, area int) returns text[] language sql immutable parallel safe as $$
  with moment as (select stands at time zone 'Europe/London' as clock),
       day as (select clock, clock::date as day, monday_of(clock::date) as week from moment),
       wide as (select array['week:' || week, 'weeks4:' || (week - date '1970-01-05') / 28,
                             'weeks16:' || (week - date '1970-01-05') / 112] as marks from day)
  select wide.marks
         || array(select mark || '/' || area from unnest(wide.marks) mark where area is not null)
         || case when clock < date_trunc('month', clock) + interval '1048576 microseconds'
                 then 'part:' || day || '/' || extract(microseconds from clock)::int / 65536
                 else 'day:' || day end
    from wide, day
$$;

drop index comment_index_words;
update comment_index set words = words || array_to_tsvector(standing_marks(shown_at, area_id));
-- What was written anew just now lies beside what was there before: in the order of a list it is met a page at a time.
cluster comment_index using comment_index_time;
alter table comment_index set without cluster;
create index comment_index_words on comment_index using gin (words) with (gin_pending_list_limit = 256);
