-- Pages about an area or a unit ask who is in post there. Told by `@>`, the planner took the index over everybody's days
-- and laid all people of the network beside those of each unit; plain comparisons leave it the unit's own index, which
-- holds all that is asked.
create or replace function in_post(day date) returns table (person_id int, unit_id int) language sql stable as $$
  select p.person_id, p.unit_id from posting p
   where p.main and p.unit_id is not null and lower(p.valid) <= day and coalesce(upper(p.valid), 'infinity') > day
     and not exists (select 1 from leave l where l.person_id = p.person_id and l.valid @> day)
$$;

drop index posting_unit;
create index posting_unit on posting (unit_id, main) include (person_id, valid) where unit_id is not null;

-- What somebody finished and when, without a look at each row.
drop index completion_person;
create index completion_person on completion (person_id, completed_at) include (course_id, course_version_id);
