-- Regions hold areas, areas hold units; every link carries its dates, so a report "as of 31 March" shows that day's tree.

create table region (
  id int generated always as identity primary key,
  code text not null unique,
  name text not null
);

create table area (
  id int generated always as identity primary key,
  code text not null unique,
  name text not null
);

create table area_region (
  id int generated always as identity primary key,
  area_id int not null references area,
  region_id int not null references region,
  valid daterange not null check (not isempty(valid)),
  exclude using gist (area_id with =, valid with &&)
);
create index area_region_region on area_region (region_id);

create table unit (
  id int generated always as identity primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('branch', 'paymentPoint', 'contactCentre', 'department')),
  nation text not null check (nation in ('england', 'wales', 'scotland', 'northernIreland')),
  check (kind <> 'branch' or code ~ '^[0-9]{6}$')
);
create index unit_name on unit using gin (name gin_trgm_ops);

create table unit_area (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  area_id int not null references area,
  valid daterange not null check (not isempty(valid)),
  exclude using gist (unit_id with =, valid with &&)
);
create index unit_area_area on unit_area (area_id);

-- Derived: where a unit stood on each day. Serves reach and reports; refreshed by refresh_unit_place in the transaction
-- that changes unit_area or area_region.
create table unit_place (
  unit_id int not null references unit,
  area_id int not null references area,
  region_id int not null references region,
  valid daterange not null,
  primary key (unit_id, valid),
  exclude using gist (unit_id with =, valid with &&)
);
create index unit_place_area on unit_place (area_id);
create index unit_place_region on unit_place (region_id);

create function refresh_unit_place(units int[]) returns void language sql as $$
  delete from unit_place where unit_id = any (units);
  insert into unit_place (unit_id, area_id, region_id, valid)
  select ua.unit_id, ua.area_id, ar.region_id, ua.valid * ar.valid
    from unit_area ua join area_region ar on ar.area_id = ua.area_id and ar.valid && ua.valid
   where ua.unit_id = any (units);
$$;

create table person (
  id int generated always as identity primary key,
  reference text not null unique,
  name text not null,
  email text,
  language text not null default 'en' check (language in ('en', 'cy')),
  extra_time_percent int not null default 0 check (extra_time_percent between 0 and 300)
);
create unique index person_email on person (lower(email)) where email is not null;

-- A person in a unit, or over an area or region, with a role. Leavers are closed postings, never deletions.
create table posting (
  id int generated always as identity primary key,
  person_id int not null references person,
  unit_id int references unit,
  area_id int references area,
  region_id int references region,
  role text not null check (role in ('staff', 'postmaster', 'champion', 'departmentManager', 'guest', 'areaManager',
    'regionalManager', 'author', 'analyst', 'administrator')),
  main boolean not null,
  valid daterange not null check (not isempty(valid)),
  check (num_nonnulls(unit_id, area_id, region_id) = 1),
  check ((role = 'areaManager') = (area_id is not null)),
  check ((role = 'regionalManager') = (region_id is not null)),
  exclude using gist (person_id with =, valid with &&) where (main)
);
create index posting_person on posting (person_id);
create index posting_unit on posting (unit_id) where unit_id is not null;
create index posting_area on posting (area_id) where area_id is not null;
create index posting_region on posting (region_id) where region_id is not null;

-- Long leave: due dates pause and denominators skip it.
create table leave (
  id int generated always as identity primary key,
  person_id int not null references person,
  valid daterange not null check (not isempty(valid)),
  exclude using gist (person_id with =, valid with &&)
);

-- Reach as a set: the units an actor may see on a day. Inlined by the planner, so conditions on unit_id push down.
create function units_in_reach(whole_network boolean, regions int[], areas int[], units int[], day date)
returns table (unit_id int, area_id int, region_id int) language sql stable as $$
  select p.unit_id, p.area_id, p.region_id from unit_place p
   where p.valid @> day
     and (whole_network or p.region_id = any (regions) or p.area_id = any (areas) or p.unit_id = any (units))
$$;

-- Who counts in which unit on a day: main postings in units, people on long leave left out. The denominator of every
-- completion rate.
create function in_post(day date) returns table (person_id int, unit_id int) language sql stable as $$
  select p.person_id, p.unit_id from posting p
   where p.main and p.unit_id is not null and p.valid @> day
     and not exists (select 1 from leave l where l.person_id = p.person_id and l.valid @> day)
$$;
