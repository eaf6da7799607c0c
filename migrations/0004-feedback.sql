-- What customers said: raw answers stay, rollups are kept exact in the same transaction, pages read rollups.

create table survey_source (
  id int generated always as identity primary key,
  name text not null unique,
  created_at timestamptz not null default now()
);

create table survey_mapping (
  id int generated always as identity primary key,
  source_id int not null references survey_source,
  number int not null,
  mapping jsonb not null,
  created_at timestamptz not null default now(),
  unique (source_id, number)
);

-- One row per import. `rows_read`, `tally` and `rejects_bytes` are its checkpoint: they move in the transaction of the
-- chunk they describe, so that an import that was killed goes on where it stopped.
create table survey_import (
  id int generated always as identity primary key,
  source_id int not null references survey_source,
  mapping_id int not null references survey_mapping,
  file_name text not null,
  file_sha256 text not null,
  started_by int references person,
  started_at timestamptz not null default now(),
  rows_read bigint not null default 0,
  tally jsonb not null default '{}',
  rejects_file text,
  rejects_bytes bigint not null default 0,
  result jsonb,
  error text,
  finished_at timestamptz
);
create index survey_import_source on survey_import (source_id, id);
create index survey_import_mapping on survey_import (mapping_id);

-- How often each key has come in a running import: tells equal lines apart, and finds a response id that comes twice.
-- Emptied when the import ends.
create table survey_import_seen (
  import_id int not null references survey_import,
  key text not null,
  times int not null,
  primary key (import_id, key)
);

create table survey_response (
  id bigint generated always as identity primary key,
  source_id int not null references survey_source,
  response_key text not null,
  unit_id int not null references unit,
  area_id int not null references area,
  answered_at timestamptz not null,
  week date not null check (extract(isodow from week) = 1),
  ease smallint check (ease between 1 and 5),
  emotion smallint check (emotion between -2 and 2),
  friendly smallint check (friendly between 1 and 5),
  professional smallint check (professional between 1 and 5),
  knowledge smallint check (knowledge between 1 and 5),
  understanding smallint check (understanding between 1 and 5),
  efficiency smallint check (efficiency between 1 and 5),
  expectations smallint check (expectations between 1 and 5),
  comment text,
  import_id int not null references survey_import,
  unique (source_id, response_key)
);
create index survey_response_unit on survey_response (unit_id, answered_at);
create index survey_response_import on survey_response (import_id);

-- The values a correction replaced.
create table survey_response_history (
  id bigint generated always as identity primary key,
  response_id bigint not null references survey_response,
  import_id int not null references survey_import,
  replaced_at timestamptz not null default now(),
  old jsonb not null
);
create index survey_response_history_response on survey_response_history (response_id);

-- ISO week (its Monday) in Europe/London by the customer's time. *_top counts answers of 4 or 5.
create table unit_week (
  unit_id int not null references unit,
  week date not null check (extract(isodow from week) = 1),
  responses int not null,
  comments int not null,
  ease_n int not null, ease_top int not null, ease_sum int not null,
  delighted int not null, satisfied int not null, neutral int not null, disappointed int not null, irritated int not null,
  friendly_n int not null, friendly_top int not null, friendly_sum int not null,
  professional_n int not null, professional_top int not null, professional_sum int not null,
  knowledge_n int not null, knowledge_top int not null, knowledge_sum int not null,
  understanding_n int not null, understanding_top int not null, understanding_sum int not null,
  efficiency_n int not null, efficiency_top int not null, efficiency_sum int not null,
  expectations_n int not null, expectations_top int not null, expectations_sum int not null,
  primary key (unit_id, week)
);
create index unit_week_week on unit_week (week);
