-- What we tell people: one row for each planned message and what became of it, the e-mails that carried them, and the
-- one-time links that let somebody choose a new password.

-- The ledger. A key names the one occasion ("assignment 12, person 7, two days before"), so that a message planned twice
-- is one row for ever. Facts are ids, days and the words of whoever made it; the sentence is written when it is read, in
-- the reader's language, and a secret link is never part of it. 60,000 rows a campaign.
create table message (
  id bigint generated always as identity primary key,
  key text not null unique check (length(key) between 1 and 300),
  person_id int not null references person,
  kind text not null,
  subject_kind text not null,
  subject_id bigint not null,
  facts jsonb not null default '{}',
  -- A person's id; no reference, as in event: the row outlives the maker.
  made_by int,
  urgent boolean not null default false,
  -- From here on it is readable in the app and may be sent.
  due_at timestamptz not null,
  planned_at timestamptz not null,
  state text not null default 'planned' check (state in ('planned', 'sending', 'sent', 'bounced', 'suppressed')),
  channel text check (channel in ('email', 'app')),
  why text,
  mail_id bigint,
  settled_at timestamptz,
  read_at timestamptz,
  check ((state in ('sent', 'bounced', 'suppressed')) = (settled_at is not null)),
  check (state <> 'sent' or channel is not null)
);
create index message_mine on message (person_id, due_at desc, id desc) where state <> 'suppressed';
create index message_unread on message (person_id, due_at) where read_at is null and state <> 'suppressed';
create index message_waiting on message (due_at, id) where state = 'planned';
create index message_due on message (due_at, id);
create index message_subject on message (subject_kind, subject_id, id);
create index message_mail on message (mail_id) where mail_id is not null;

-- What became of each message after it was planned. Appended only.
create table message_step (
  id bigint generated always as identity primary key,
  message_id bigint not null references message,
  state text not null,
  why text,
  mail_id bigint,
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now()
);
create index message_step_message on message_step (message_id, id);
create trigger message_step_append_only before update or delete on message_step
  for each row execute function refuse_change();
