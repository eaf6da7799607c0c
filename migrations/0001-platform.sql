-- What every module stands on: facts that happened, work still to do, who looked, and settings of this installation.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- One row for everything that happened. History, outbox and trigger at once; bodies hold ids, never names or text.
create table event (
  id bigint generated always as identity primary key,
  kind text not null,
  body jsonb not null,
  actor_id int,
  recorded_at timestamptz not null default now()
);
create index event_kind on event (kind, id);

-- Work to do after commit. A row is claimed with "for update skip locked"; undone rows are found by the partial index,
-- never by a last id, since ids do not commit in order.
create table job (
  id bigint generated always as identity primary key,
  kind text not null,
  body jsonb not null default '{}',
  event_id bigint references event,
  schedule_key text unique,
  run_after timestamptz not null default now(),
  tries int not null default 0,
  claimed_at timestamptz,
  progress_done bigint not null default 0,
  progress_total bigint,
  error text,
  created_at timestamptz not null default now(),
  done_at timestamptz,
  parked_at timestamptz,
  unique (event_id, kind)
);
create index job_undone on job (run_after, id) where done_at is null and parked_at is null;

-- Who looked at or changed what. Appended only.
create table audit_entry (
  id bigint generated always as identity primary key,
  recorded_at timestamptz not null default now(),
  actor_id int,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}',
  request_id text
);
create index audit_entry_subject on audit_entry (subject_kind, subject_id, id);
create index audit_entry_actor on audit_entry (actor_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is appended to only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger event_append_only before update or delete on event for each row execute function refuse_change();
create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();

create table setting (
  key text primary key,
  value jsonb not null,
  changed_at timestamptz not null default now()
);
