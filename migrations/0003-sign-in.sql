create table credential (
  person_id int primary key references person,
  password_hash text not null,
  demo boolean not null default false,
  changed_at timestamptz not null default now()
);

-- The shape that connect-pg-simple expects.
create table session (
  sid text primary key,
  sess json not null,
  expire timestamptz not null
);
create index session_expire on session (expire);

-- Failures only; the growing delay is computed from them. The account is a keyed hash of what was typed, since people
-- type passwords into the wrong field.
create table sign_in_failure (
  id bigint generated always as identity primary key,
  account text not null,
  address text not null,
  failed_at timestamptz not null default now()
);
create index sign_in_failure_account on sign_in_failure (account, address, failed_at);
create index sign_in_failure_address on sign_in_failure (address, failed_at);

-- What somebody posted after their session had ended; handed back to the same person after sign-in, once.
create table held_post (
  id text primary key,
  person_id int not null references person,
  path text not null,
  fields jsonb not null,
  held_at timestamptz not null default now()
);
create index held_post_person on held_post (person_id);
