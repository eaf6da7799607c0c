-- What is held about people goes in time: periods, leavers made anonymous, copies handed to those who ask.

-- A leaver whose period is over. The row stays, so that completions and counts stay; nothing in it says who it was.
alter table person add column anonymised_at timestamptz;

-- When the single answers of an attempt were let go; its mark stays.
alter table attempt add column answers_erased_at timestamptz;

-- While a hold is open the person is not made anonymous, whatever the period says.
create table person_hold (
  id int generated always as identity primary key,
  form_token text not null unique,
  person_id int not null references person,
  reason text not null check (length(reason) between 1 and 300),
  made_by int not null references person,
  made_at timestamptz not null,
  ended_by int references person,
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create unique index person_hold_open on person_hold (person_id) where ended_at is null;
create index person_hold_person on person_hold (person_id);
create index person_hold_made_by on person_hold (made_by);
create index person_hold_ended_by on person_hold (ended_by) where ended_by is not null;

-- A copy of everything that is held about a person: asked for, made by a job, kept for some days, deleted. The row stays.
create table subject_export (
  id int generated always as identity primary key,
  form_token text not null unique,
  person_id int not null references person,
  asked_by int not null references person,
  -- Why somebody asked for another person's data; null for one's own.
  reason text check (length(reason) between 1 and 300),
  asked_at timestamptz not null,
  -- Name in the folder of exports; null before it is made and after it is deleted.
  stored_as text unique,
  bytes bigint,
  -- Real time, as files have it.
  made_at timestamptz,
  deleted_at timestamptz,
  check ((reason is null) = (person_id = asked_by))
);
create index subject_export_person on subject_export (person_id);
create index subject_export_asked_by on subject_export (asked_by, id);
create index subject_export_lying on subject_export (made_at) where stored_as is not null;

-- What each rule did in each night: appended, a row for a rule and night that removed something or failed to.
create table retention_run (
  id bigint generated always as identity primary key,
  kind text not null,
  before_at timestamptz not null,
  removed bigint not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  check (ended_at >= began_at)
);
create index retention_run_kind on retention_run (kind, id desc);

-- What was appended goes when its time is over, and only in a transaction that says whose rows it lets go. Everything else
-- stays as refuse_change keeps it: completions and what was read are never touched.
create function refuse_change_unless_erasing() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('cxu.erasing', true), '') = tg_table_name then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  raise exception '% is appended to only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- The audit log is stricter: nothing in it ever changes, and nothing that is less than a year old goes, whoever asks.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and coalesce(current_setting('cxu.erasing', true), '') = tg_table_name
     and old.recorded_at < now() - interval '1 year' then
    return old;
  end if;
  raise exception '% is appended to only', tg_table_name using errcode = 'restrict_violation';
end $$;

create or replace trigger audit_entry_append_only before update or delete on audit_entry
  for each row execute function refuse_audit_change();
-- Without it a truncate would go past the triggers of rows.
create function refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception '% is appended to only', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_entry_not_truncated before truncate on audit_entry execute function refuse_truncate();

do $$
declare
  one text;
begin
  foreach one in array array['event', 'attempt_event', 'block_answer', 'message_step', 'time_request', 'requirement_decision'] loop
    execute format('create or replace trigger %I before update or delete on %I for each row execute function refuse_change_unless_erasing()',
                   one || '_append_only', one);
  end loop;
end $$;

-- The batches of the night find what is old without reading what is not.
create index survey_response_comment_age on survey_response using brin (answered_at) where comment <> '';
create index survey_response_history_age on survey_response_history using brin (replaced_at);
create index event_age on event using brin (recorded_at);
create index audit_entry_age on audit_entry (recorded_at, id);
create index audit_entry_action on audit_entry (action, id);
create index block_answer_age on block_answer using brin (answered_at);
create index attempt_age on attempt (submitted_at) where submitted_at is not null and answers_erased_at is null;
create index pledge_age on pledge (made_at) where words <> '–';
