-- Other numbers by place and time (footfall, transactions, first response time, the rank in an index from outside), named
-- and defined by the CX team. Values stay as they came; pages of an area and above read cells, which are worked out anew
-- from the values in the transaction that changes them, so that a cell is never anything but the sum of its values.

create table custom_metric (
  id int generated always as identity primary key,
  -- In addresses, files and the API; never changes.
  key text not null unique check (key ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null,
  name_cy text not null,
  -- Of measurement: 'visitors', 'minutes', '%'. Empty for a bare number such as a rank.
  unit text not null,
  unit_cy text not null,
  -- What an average is weighted by: 'contacts'. Empty for other kinds.
  weight_name text not null default '',
  weight_name_cy text not null default '',
  decimals smallint not null check (decimals between 0 and 4),
  direction text not null check (direction in ('higher', 'lower', 'neither')),
  -- A count adds up over places and time, an average is weighted, a level (a rank, an index) is neither.
  kind text not null check (kind in ('count', 'average', 'level')),
  grain text not null check (grain in ('day', 'week', 'month', 'quarter', 'year')),
  level text not null check (level in ('unit', 'area', 'region', 'network')),
  audience text not null check (audience in ('everyone', 'leaders', 'managers', 'team')),
  driver text,
  -- The kinds of units that have it; empty for all, and where it is not about units.
  unit_kinds text[] not null default '{}',
  form_token uuid not null unique,
  created_by int references person,
  created_at timestamptz not null,
  retired_at timestamptz,
  check (kind <> 'average' or weight_name <> '')
);
create index custom_metric_created_by on custom_metric (created_by);

-- Everything that brought values: a file, a batch of the API, one number typed into a form.
create table metric_import (
  id int generated always as identity primary key,
  metric_id int not null references custom_metric,
  via text not null check (via in ('file', 'command', 'form', 'api', 'demo')),
  -- Of the file, the service account, or empty.
  name text not null default '',
  started_by int references person,
  started_at timestamptz not null,
  file_import_id int references file_import,
  -- One form sent twice is one number.
  form_token uuid unique,
  -- {read, new, changed, unchanged, rejected}
  tally jsonb not null default '{}',
  rejects_file text,
  undo_asked_at timestamptz,
  undone_at timestamptz,
  undone_by int references person
);
create index metric_import_metric on metric_import (metric_id, id);
create index metric_import_started_by on metric_import (started_by);
create index metric_import_undone_by on metric_import (undone_by) where undone_by is not null;
create index metric_import_file_import on metric_import (file_import_id) where file_import_id is not null;

-- One value of one place and period. `place_id` is the unit, area or region that was named, by the metric's level, and 0 for
-- the network. The last three say where it counts: for a unit that had merged, in its successor and in the area where that
-- stood on the first day of the period on which it stood.
create table metric_value (
  metric_id int not null references custom_metric,
  place_id int not null,
  starts_on date not null,
  value numeric not null,
  weight numeric check (weight >= 0),
  unit_id int references unit,
  area_id int references area,
  region_id int references region,
  import_id int not null,
  primary key (metric_id, place_id, starts_on)
);
create index metric_value_unit on metric_value (unit_id, metric_id, starts_on) where unit_id is not null;
create index metric_value_area on metric_value (area_id, metric_id, starts_on) where area_id is not null;
create index metric_value_region on metric_value (region_id, metric_id, starts_on) where region_id is not null;
create index metric_value_import on metric_value (import_id);

-- What a correction replaced, by the import that corrected it. A value that was new leaves nothing here.
create table metric_value_history (
  import_id int not null references metric_import,
  metric_id int not null references custom_metric,
  place_id int not null,
  starts_on date not null,
  value numeric not null,
  weight numeric,
  -- The import that had brought the value which was replaced.
  was_of int not null,
  replaced_at timestamptz not null,
  primary key (import_id, metric_id, place_id, starts_on)
);
create index metric_value_history_metric on metric_value_history (metric_id, place_id, starts_on);
create index metric_value_history_was_of on metric_value_history (was_of);

-- What the values of a place and a period come to. A daily number stands here by its week (the Monday), every other by its
-- own period; a daily level by its day, since a week of levels is no level.
create table metric_cell (
  metric_id int not null references custom_metric,
  level text not null check (level in ('area', 'region', 'network')),
  place_id int not null,
  bucket date not null,
  -- Places that reported, and their values; what these add up to, and the same times their weights.
  places int not null,
  n int not null,
  total numeric not null,
  weight numeric not null,
  weighted numeric not null,
  primary key (metric_id, level, place_id, bucket)
);

-- How the columns of a metric's files were read last.
create table metric_mapping (
  metric_id int primary key references custom_metric,
  mapping jsonb not null,
  saved_at timestamptz not null
);
