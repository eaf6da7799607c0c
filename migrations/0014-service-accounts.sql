-- Other software of the company speaks to the product under a name of its own, with a token that only its hash is kept of.
create table service_account (
  id int generated always as identity primary key,
  -- A form that is sent twice makes one account.
  form_token text not null unique,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  -- SHA-256 of the token, hex: 256 random bits need no salt and no slow hash.
  token_hash text not null unique check (length(token_hash) = 64),
  -- The token's first letters, so that people can tell tokens apart.
  token_prefix text not null,
  -- The last day on which it is good; null for no end.
  ends_on date,
  made_by int not null references person,
  made_at timestamptz not null,
  revoked_by int references person,
  revoked_at timestamptz,
  -- Written at most every five minutes.
  last_used_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null))
);
create unique index service_account_name on service_account (lower(name)) where revoked_at is null;
create index service_account_made_by on service_account (made_by);
create index service_account_revoked_by on service_account (revoked_by) where revoked_by is not null;

-- How much an account asked in the current minute, for all processes together. Losing it in a crash costs nothing.
create unlogged table service_account_use (
  account_id int primary key references service_account on delete cascade,
  minute timestamptz not null,
  requests int not null
);

-- What was answered under an Idempotency-Key: the same request again gets the same answer.
create table api_answer (
  account_id int not null references service_account,
  key text not null,
  body_sha256 text not null,
  -- As it was written, in the order of its fields; null while the first request is still at work.
  answer json,
  made_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index api_answer_made on api_answer (made_at);
