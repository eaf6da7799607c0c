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
create index message_mine on message (person_id, due_at desc, id desc);
create index message_unread on message (person_id, due_at) where read_at is null and state <> 'suppressed';
create index message_waiting on message (due_at, id) where state = 'planned' and mail_id is null;
create index message_due on message (due_at, id);
create index message_trouble on message (due_at, id) where state in ('bounced', 'sending');
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

-- One e-mail: the digest of a person's day, or one message that goes alone. Claimed before it is touched and marked before
-- it leaves, so that a process which dies in between leaves either a free one or one that is never sent again. Claims and
-- waits are in real time; handed_at is the product's.
create table mail (
  id bigint generated always as identity primary key,
  person_id int not null references person,
  digest_on date,
  alone_id bigint unique references message,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'sent', 'bounced', 'interrupted', 'dropped')),
  tries int not null default 0,
  messages int not null default 0,
  claim uuid,
  claimed_at timestamptz,
  begun_at timestamptz,
  retry_at timestamptz,
  handed_at timestamptz,
  answer text,
  created_at timestamptz not null default now(),
  unique (person_id, digest_on),
  check (num_nonnulls(digest_on, alone_id) = 1)
);
create index mail_undone on mail (id) where state in ('waiting', 'sending');
create index mail_handed on mail (handed_at) where handed_at is not null;
alter table message add foreign key (mail_id) references mail;

-- What the evening before expected of each working hour of a day; written once and then left alone.
create table mail_forecast (
  hour_at timestamptz primary key,
  messages int not null,
  made_at timestamptz not null
);

-- Each time the breaker stopped the mail, and who let it go on. At most one is open.
create table mail_stop (
  id int generated always as identity primary key,
  stopped_at timestamptz not null,
  hour_at timestamptz not null,
  expected int not null,
  allowed int not null,
  volume int not null,
  released_at timestamptz,
  released_by int
);
create unique index mail_stop_open on mail_stop ((true)) where released_at is null;

-- Whether a person wants their messages by e-mail; without a row they do.
create table message_preference (
  person_id int primary key references person,
  digest boolean not null,
  changed_at timestamptz not null
);

-- One plain address: anything that a mail server could read as two, or as a command, is none.
create function usable_address(email text) returns boolean language sql immutable as $$
  select coalesce(email ~ '^[^[:space:][:cntrl:]@,;:<>()"\\\[\]]+@[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$'
    and length(email) <= 254, false)
$$;

-- One-time links to choose a new password. Only the hash of the secret is here; real time, as for sessions.
create table sign_in_link (
  id bigint generated always as identity primary key,
  person_id int not null references person,
  secret_hash text not null unique,
  made_at timestamptz not null default now(),
  used_at timestamptz
);
create index sign_in_link_person on sign_in_link (person_id);
