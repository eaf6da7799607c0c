-- Views of dashboards that people save, and what they want to be told.

-- A page of a place with the choices made on it. A deleted one stays until its owner has had time to take that back.
create table saved_view (
  id int generated always as identity primary key,
  form_token text not null unique,
  person_id int not null references person,
  name text not null check (length(name) between 1 and 60),
  level text not null check (level in ('network', 'region', 'area', 'unit')),
  -- Of the region, area or unit; none for the whole network.
  code text check ((level = 'network') = (code is null)),
  -- As it stands in the address, without the question mark.
  choices text not null check (length(choices) <= 600),
  saved_at timestamptz not null,
  -- From then on everybody who has a place of this level finds it, each with the own place.
  published_at timestamptz,
  deleted_at timestamptz
);
create unique index saved_view_name on saved_view (person_id, lower(name)) where deleted_at is null;
create index saved_view_person on saved_view (person_id);
create index saved_view_published on saved_view (level) where published_at is not null and deleted_at is null;

-- The view with which the dashboard opens.
create table start_view (
  person_id int primary key references person,
  view_id int not null references saved_view,
  chosen_at timestamptz not null
);
create index start_view_view on start_view (view_id);

-- "Tell me when": what a person watches, and what it takes to be told.
create table alert (
  id int generated always as identity primary key,
  form_token text not null unique,
  person_id int not null references person,
  level text not null check (level in ('network', 'region', 'area', 'unit')),
  place_id int check ((level = 'network') = (place_id is null)),
  each_unit boolean not null check (not each_unit or level in ('area', 'region')),
  measure text not null,
  rule text not null check (rule in ('falls', 'below', 'above', 'few')),
  threshold numeric check ((rule = 'falls') = (threshold is null)),
  delivery text not null check (delivery in ('app', 'mail', 'digest')),
  made_at timestamptz not null,
  paused_at timestamptz,
  deleted_at timestamptz
);
create index alert_person on alert (person_id);
create index alert_running on alert (id) where paused_at is null and deleted_at is null;

-- The places of an alert that have not recovered since it told of them: it tells again only after that.
create table alert_raised (
  alert_id int not null references alert,
  -- Zero for the whole network.
  place_id int not null,
  week date not null,
  primary key (alert_id, place_id)
);

-- A message that its reader wants in the app alone.
alter table message add column app_only boolean not null default false;

-- What was told, once for an alert, a place and a week.
create table alert_told (
  id bigint generated always as identity primary key,
  alert_id int not null references alert,
  place_id int not null,
  week date not null,
  facts jsonb not null,
  told_at timestamptz not null,
  unique (alert_id, place_id, week)
);
