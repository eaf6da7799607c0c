-- Files that somebody sent through a page to be imported: looked at first, then taken over, each as a job. The file itself
-- lies in the data folder until its import ends or a day has passed; this row stays, as the history of who imported what.

create table file_import (
  id int generated always as identity primary key,
  kind text not null,
  -- Made with the form: the same form sent twice is one import.
  form_token uuid not null unique,
  file_name text not null,
  -- Name in the folder of uploads; null for what came by the command line.
  stored_as text unique,
  bytes bigint not null,
  sha256 text not null,
  -- What was chosen with it: a full snapshot, the source and version of the mapping.
  options jsonb not null default '{}',
  state text not null check (state in ('received', 'looking', 'looked', 'taking', 'taken', 'failed', 'stopped', 'dropped')),
  -- How often it was looked at or taken: names the job that does it.
  round int not null default 1,
  -- What the dry run found, and what the import did.
  trial jsonb,
  result jsonb,
  -- Why it could not be used, in a sentence.
  trouble text,
  started_by int references person,
  received_at timestamptz not null,
  finished_at timestamptz,
  -- Real time: when the file came and when it was deleted.
  stored_at timestamptz not null default now(),
  deleted_at timestamptz
);
create index file_import_kind on file_import (kind, id);
create index file_import_started_by on file_import (started_by);
create index file_import_lying on file_import (stored_at) where deleted_at is null;

alter table survey_import add column file_import_id int references file_import;
create index survey_import_file_import on survey_import (file_import_id) where file_import_id is not null;
