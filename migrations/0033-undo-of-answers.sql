-- An import of answers can be taken back, and a rollup that turns out wrong is rebuilt and remembered.

-- One row per undo, of one import or of all that a program sent on a day. `tally` and `lines_bytes` are its checkpoint: they
-- move in the transaction of the step that they describe, so that an undo that was killed goes on where it stopped.
create table survey_undo (
  id int generated always as identity primary key,
  -- Made with the form: the same form sent twice is one undo.
  form_token uuid not null unique,
  made_by int references person,
  made_at timestamptz not null,
  -- How often it was begun: names the job that does it.
  round int not null default 1,
  total bigint not null,
  tally jsonb not null default '{}',
  lines_bytes bigint not null default 0,
  finished_at timestamptz
);
create index survey_undo_made_by on survey_undo (made_by);

alter table survey_import add column undo_id int references survey_undo;
create index survey_import_undo on survey_import (undo_id) where undo_id is not null;

-- Who had set the values that a correction replaced. An undo finds by it what its import had set and others have changed
-- since, and by import_id what its import corrected. When their time is over the values go, and this stays.
alter table survey_response_history add column was_import_id int generated always as ((old ->> 'import_id')::int) stored;
create index survey_response_history_was_import on survey_response_history (was_import_id);
create index survey_response_history_import on survey_response_history (import_id);
drop index survey_response_history_age;
create index survey_response_history_age on survey_response_history (replaced_at) where old ? 'answered_at';

-- Cells of a rollup that were found to be other than a recount of the answers says: what they held (null for a cell that was
-- missing), and what they hold since (null for one that should not have been there).
create table rollup_repair (
  id int generated always as identity primary key,
  rollup text not null check (rollup in ('unit_week', 'area_day')),
  place_id int not null,
  cell_on date not null,
  was jsonb,
  became jsonb,
  found_at timestamptz not null
);
create index rollup_repair_found on rollup_repair (found_at);
