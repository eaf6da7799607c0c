-- Sessions that people can look at and end, single sign-on, and first codes printed for people without e-mail.

-- What a session list and signing out everywhere ask, taken out of what express-session keeps. `id` names a session in
-- pages: the sid is the key to it and never leaves the cookie. The provider's names are for its own word that somebody
-- signed out there.
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column signed_in_at timestamptz not null default now(),
  add column person_id int generated always as
    (case when sess -> 'passport' ->> 'user' ~ '^[0-9]{1,9}$' then (sess -> 'passport' ->> 'user')::int end) stored,
  add column how text generated always as (sess -> 'signedIn' ->> 'how') stored,
  add column device text generated always as (sess -> 'signedIn' ->> 'device') stored,
  add column place text generated always as (sess -> 'signedIn' ->> 'place') stored,
  add column provider_subject text generated always as (sess -> 'provider' ->> 'subject') stored,
  add column provider_session text generated always as (sess -> 'provider' ->> 'session') stored,
  add constraint session_id unique (id);
create index session_person on session (person_id) where person_id is not null;
create index session_provider on session (provider_subject) where provider_subject is not null;
create index session_provider_session on session (provider_session) where provider_session is not null;

-- One way to the identity provider and back: what was sent with the browser, to be compared once and within minutes. The
-- browser's own secret is kept as a hash; a row is deleted by the first answer that names its state.
create table provider_visit (
  state text primary key,
  browser_hash text not null,
  nonce text not null,
  verifier text not null,
  next text not null,
  fresh boolean not null default false,
  begun_at timestamptz not null default now()
);
create index provider_visit_begun on provider_visit (begun_at);

-- Sign-ins through the provider that were refused, counted by reason and day. `detail` holds no person: the shape of a
-- reference ('999999' for six digits), or the provider's error code.
create table provider_refusal (
  reason text not null,
  detail text not null default '',
  refused_on date not null,
  times int not null default 1,
  last_at timestamptz not null default now(),
  primary key (refused_on, reason, detail)
);

-- The provider's word that somebody signed out there counts once (jti).
create table provider_logout (
  token_id text primary key,
  heard_at timestamptz not null default now()
);

-- A sheet of first codes, made once for a form however often it is sent.
create table code_sheet (
  id int generated always as identity primary key,
  form_hash text not null unique,
  made_by int not null references person,
  made_at timestamptz not null default now()
);
create index code_sheet_made_by on code_sheet (made_by);

-- A code on paper with which somebody chooses a password. Only its hash is kept; a newer one, or a password, ends it.
create table first_code (
  id int generated always as identity primary key,
  sheet_id int not null references code_sheet,
  person_id int not null references person,
  code_hash text not null unique,
  expires_at timestamptz not null,
  used_at timestamptz,
  ended_at timestamptz
);
create index first_code_sheet on first_code (sheet_id);
create index first_code_person on first_code (person_id);
create unique index first_code_open on first_code (person_id) where used_at is null and ended_at is null;
