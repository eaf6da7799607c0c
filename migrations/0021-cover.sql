-- Cover: one manager acts for another in a place, from a day to a day or, for a deputy, until further notice. It names
-- the person, the role and the place rather than a posting, because an import writes a person's postings anew.
create table cover (
  id int generated always as identity primary key,
  form_token text not null unique,
  for_person_id int not null references person,
  deputy_id int not null references person,
  role text not null check (role in ('postmaster', 'departmentManager', 'areaManager', 'regionalManager')),
  unit_id int references unit,
  area_id int references area,
  region_id int references region,
  starts_on date not null,
  -- Its last day, inclusive; null for a deputy.
  last_on date,
  -- The first day without it, when somebody ended it early; on or before the first day when it was called off.
  ended_on date,
  valid daterange not null generated always as (
    case when least(last_on + 1, ended_on) <= starts_on then 'empty'::daterange
         else daterange(starts_on, least(last_on + 1, ended_on)) end) stored,
  check (for_person_id <> deputy_id),
  check (last_on >= starts_on),
  check (num_nonnulls(unit_id, area_id, region_id) = 1),
  check ((role = 'areaManager') = (area_id is not null)),
  check ((role = 'regionalManager') = (region_id is not null)),
  constraint cover_once exclude using gist (deputy_id with =, for_person_id with =, role with =,
    coalesce(unit_id, 0) with =, coalesce(area_id, 0) with =, coalesce(region_id, 0) with =, valid with &&)
);
create index cover_deputy on cover (deputy_id);
create index cover_for_person on cover (for_person_id);
create index cover_unit on cover (unit_id) where unit_id is not null;
create index cover_area on cover (area_id) where area_id is not null;
create index cover_region on cover (region_id) where region_id is not null;

-- Who gave it, gave it longer or ended it, and when. `last_on` is what its last day became with this step.
create table cover_step (
  id int generated always as identity primary key,
  cover_id int not null references cover,
  kind text not null check (kind in ('given', 'changed', 'ended')),
  last_on date,
  made_by int not null references person,
  made_at timestamptz not null
);
create index cover_step_cover on cover_step (cover_id);
create index cover_step_made_by on cover_step (made_by);
create trigger cover_step_append_only before update or delete on cover_step for each row execute function refuse_change();

-- A role for the whole network that no posting gives, such as one that the company's identity provider tells us of.
-- `source` says who told us; what one source says never ends what another said.
create table role_grant (
  id int generated always as identity primary key,
  person_id int not null references person,
  role text not null check (role in ('author', 'analyst', 'administrator')),
  source text not null,
  valid daterange not null check (not isempty(valid)),
  constraint role_grant_once exclude using gist (person_id with =, role with =, source with =, valid with &&)
);
create index role_grant_person on role_grant (person_id);

-- What somebody does under cover says so for good.
alter table assignment add column cover_id int references cover;
alter table assignment_end add column cover_id int references cover;
alter table assignment_extension add column cover_id int references cover;
alter table assignment_nudge add column cover_id int references cover;
alter table requirement_decision add column cover_id int references cover;
alter table unit_action add column cover_id int references cover;
create index assignment_cover on assignment (cover_id) where cover_id is not null;
create index assignment_end_cover on assignment_end (cover_id) where cover_id is not null;
create index assignment_extension_cover on assignment_extension (cover_id) where cover_id is not null;
create index assignment_nudge_cover on assignment_nudge (cover_id) where cover_id is not null;
create index requirement_decision_cover on requirement_decision (cover_id) where cover_id is not null;
create index unit_action_cover on unit_action (cover_id) where cover_id is not null;

-- Everything that an actor is on a day, in one row; none for somebody without a posting that day, whatever was granted
-- or delegated to them. Asked at every request: three walks of an index on the person, and those of the place and of the
-- names of people covered for. A cover lasts no longer than the posting it stands for.
create function actor_on(person int, day date) returns table (
  person_id int, reference text, name text, language text, unit_id int, area_id int, posts jsonb
) language sql stable as $$
  select who.id, who.reference, who.name, who.language, held.unit_id, held.area_id, held.posts
    from person who
    cross join lateral (
      select bool_or(post.kind = 'posting') as posted,
             max(post.unit_id) filter (where post.main) as unit_id,
             max(coalesce(post.area_id, (select up.area_id from unit_place up
                where up.unit_id = post.unit_id and up.valid @> actor_on.day))) filter (where post.main) as area_id,
             jsonb_agg(jsonb_build_object('role', post.role, 'place', case
                 when post.unit_id is not null then jsonb_build_object('kind', 'unit', 'id', post.unit_id)
                 when post.area_id is not null then jsonb_build_object('kind', 'area', 'id', post.area_id)
                 when post.region_id is not null then jsonb_build_object('kind', 'region', 'id', post.region_id)
                 else '{"kind": "network"}' end, 'cover', post.cover)
               order by post.kind = 'posting' desc, post.main desc, post.kind, post.id) as posts
        from (
          select 'posting' as kind, p.id, p.role, p.main, p.unit_id, p.area_id, p.region_id, null::jsonb as cover
            from posting p where p.person_id = who.id and p.valid @> actor_on.day
          union all
          select 'grant', g.id, g.role, false, null, null, null, null
            from role_grant g where g.person_id = who.id and g.valid @> actor_on.day
          union all
          select 'cover', c.id, c.role, false, c.unit_id, c.area_id, c.region_id, jsonb_build_object('id', c.id,
                 'forPersonId', c.for_person_id, 'forName', giver.name, 'until', least(upper(c.valid), own.until) - 1)
            from cover c
            join person giver on giver.id = c.for_person_id
            join lateral (
              select upper(o.valid) as until from posting o
               where o.person_id = c.for_person_id and o.role = c.role and o.valid @> actor_on.day
                 and (o.unit_id = c.unit_id or o.area_id = c.area_id or o.region_id = c.region_id)
               order by upper(o.valid) desc nulls first limit 1) own on true
           where c.deputy_id = who.id and c.valid @> actor_on.day
        ) post
    ) held
   where who.id = actor_on.person and held.posted
$$;
