-- An assignment asks more than units: whole areas, regions or the network, some roles only, and people by name. What
-- becomes of it (extended, undone, withdrawn, nudged, settled by a manager) is a row each, with who and when.

-- Null: every role counts. Otherwise a posting with one of these roles in a place of the assignment.
alter table assignment add roles text[] check (roles is null or cardinality(roles) > 0);

-- An area, a region or the network, with all units below it as they stand on the day.
create table assignment_place (
  id int generated always as identity primary key,
  assignment_id int not null references assignment,
  area_id int references area,
  region_id int references region,
  network boolean not null default false,
  check (num_nonnulls(area_id, region_id) + network::int = 1),
  unique nulls not distinct (assignment_id, area_id, region_id)
);
create index assignment_place_area on assignment_place (area_id) where area_id is not null;
create index assignment_place_region on assignment_place (region_id) where region_id is not null;

create table assignment_person (
  assignment_id int not null references assignment,
  person_id int not null references person,
  primary key (assignment_id, person_id)
);
create index assignment_person_person on assignment_person (person_id);

-- Undone on the day it was made, or withdrawn with a reason: once, and then it asks nobody any more.
create table assignment_end (
  assignment_id int primary key references assignment,
  kind text not null check (kind in ('undone', 'withdrawn')),
  reason text check (length(reason) between 1 and 300),
  ended_by int not null references person,
  ended_at timestamptz not null,
  check ((kind = 'withdrawn') = (reason is not null))
);
create index assignment_end_by on assignment_end (ended_by);

create table assignment_extension (
  id int generated always as identity primary key,
  form_token text not null unique,
  assignment_id int not null references assignment,
  due_on date not null,
  everybody boolean not null,
  made_by int not null references person,
  made_at timestamptz not null
);
create index assignment_extension_assignment on assignment_extension (assignment_id);
create index assignment_extension_by on assignment_extension (made_by);

create table assignment_extension_person (
  extension_id int not null references assignment_extension,
  person_id int not null references person,
  primary key (extension_id, person_id)
);
create index assignment_extension_person_person on assignment_extension_person (person_id);

create table assignment_nudge (
  id int generated always as identity primary key,
  form_token text not null unique,
  assignment_id int not null references assignment,
  made_by int not null references person,
  made_at timestamptz not null
);
create index assignment_nudge_assignment on assignment_nudge (assignment_id, made_at);
create index assignment_nudge_by on assignment_nudge (made_by);

create table assignment_nudge_person (
  nudge_id int not null references assignment_nudge,
  person_id int not null references person,
  primary key (nudge_id, person_id)
);
create index assignment_nudge_person_person on assignment_nudge_person (person_id);

-- A manager lets somebody off, or takes it as done, and says why.
create table requirement_decision (
  requirement_id bigint primary key references requirement,
  form_token text not null unique,
  kind text not null check (kind in ('waived', 'markedComplete')),
  reason text not null check (length(reason) between 1 and 300),
  made_by int not null references person,
  made_at timestamptz not null
);
create index requirement_decision_by on requirement_decision (made_by);

-- "May I have more time?" It is answered by an extension for the person.
create table time_request (
  id int generated always as identity primary key,
  form_token text not null unique,
  requirement_id bigint not null references requirement,
  wanted_on date not null,
  words text check (length(words) between 1 and 300),
  asked_at timestamptz not null
);
create index time_request_requirement on time_request (requirement_id);

create trigger assignment_end_append_only before update or delete on assignment_end for each row execute function refuse_change();
create trigger assignment_extension_append_only before update or delete on assignment_extension for each row execute function refuse_change();
create trigger assignment_nudge_append_only before update or delete on assignment_nudge for each row execute function refuse_change();
create trigger requirement_decision_append_only before update or delete on requirement_decision for each row execute function refuse_change();
create trigger time_request_append_only before update or delete on time_request for each row execute function refuse_change();

-- Derived: how this assignment stands for this person. `since`: the day on which they came under it, null for those who
-- were asked when it was made. `due_on`: their own date, null while it is the assignment's.
alter table requirement_reason
  add since date,
  add due_on date,
  add ended_at timestamptz,
  add ended_how text check (ended_how in ('left', 'withdrawn', 'undone')),
  add check ((ended_at is null) = (ended_how is null));

-- Derived: closed without a completion, because nobody asks any more or because a manager decided so.
alter table requirement
  add closed_at timestamptz,
  add closed_how text check (closed_how in ('ended', 'waived', 'markedComplete')),
  add check ((closed_at is null) = (closed_how is null));
create index requirement_due_open on requirement (due_on) where completion_id is null and closed_at is null;

-- Whom assignments reach on a day, whoever has finished or is away.
create function assignment_people(assignments int[], day date)
returns table (assignment_id int, person_id int) language sql stable as $$
  with reached as (
    select au.assignment_id, au.unit_id from assignment_unit au where au.assignment_id = any (assignments)
    union
    select ap.assignment_id, place.unit_id
      from assignment_place ap join unit_place place on place.area_id = ap.area_id and place.valid @> day
     where ap.assignment_id = any (assignments)
    union
    select ap.assignment_id, place.unit_id
      from assignment_place ap join unit_place place on place.region_id = ap.region_id and place.valid @> day
     where ap.assignment_id = any (assignments)
    union
    select ap.assignment_id, place.unit_id
      from assignment_place ap join unit_place place on ap.network and place.valid @> day
     where ap.assignment_id = any (assignments))
  select reached.assignment_id, main.person_id
    from reached
    join assignment a on a.id = reached.assignment_id and a.roles is null
    join posting main on main.unit_id = reached.unit_id and main.main and main.valid @> day
  union
  select reached.assignment_id, role.person_id
    from reached
    join assignment a on a.id = reached.assignment_id and a.roles is not null
    join posting role on role.unit_id = reached.unit_id and role.role = any (a.roles) and role.valid @> day
    join posting main on main.person_id = role.person_id and main.main and main.unit_id is not null and main.valid @> day
  union
  select ap.assignment_id, ap.person_id
    from assignment_person ap
    join posting main on main.person_id = ap.person_id and main.main and main.unit_id is not null and main.valid @> day
   where ap.assignment_id = any (assignments)
$$;

-- Long leave stops the clock: days away between `since` and the date are added to it, also when that reaches the next leave.
-- A leave without an end adds nothing until its end is known.
create function due_after_leave(person int, since date, due date) returns date language plpgsql stable as $$
declare
  away daterange;
begin
  for away in select valid from leave
               where person_id = person and upper(valid) > since and not upper_inf(valid) order by valid loop
    exit when lower(away) > due;
    due := due + (upper(away) - greatest(lower(away), since));
  end loop;
  return due;
end $$;

-- The date by which an assignment wants somebody to be done, with extensions, leave and a fair time for those who came
-- later.
create function reason_due(assignment int, person int, came_on date) returns date language sql stable as $$
  select greatest(
      due_after_leave(person, coalesce(came_on, (a.made_at at time zone 'Europe/London')::date),
                      greatest(a.due_on, came_on + 14)),
      (select max(due_after_leave(person, (x.made_at at time zone 'Europe/London')::date, x.due_on))
         from assignment_extension x
        where x.assignment_id = a.id
          and (x.everybody or exists (select from assignment_extension_person xp
                                       where xp.extension_id = x.id and xp.person_id = person))))
    from assignment a where a.id = assignment
$$;
