-- Browsers that several people of a unit share, the PINs with which they switch, and where each of them was.

-- A browser that its unit's leader made a shared device. It carries a token of its own, of which only the hash is kept.
create table shared_device (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  -- A form that is sent twice enrols one browser.
  form_token text not null unique,
  name text not null,
  -- SHA-256 of the token, hex: 256 random bits need no salt and no slow hash.
  token_hash text not null unique check (length(token_hash) = 64),
  enrolled_by int not null references person,
  enrolled_at timestamptz not null,
  -- Written at most every five minutes.
  last_used_at timestamptz,
  last_address text,
  -- When two browsers came with the same token while somebody was at work in one of them: the token was copied.
  copied_at timestamptz,
  copied_address text,
  revoked_by int references person,
  revoked_at timestamptz,
  check ((revoked_by is null) = (revoked_at is null)),
  check ((copied_at is null) = (copied_address is null))
);
create unique index shared_device_name on shared_device (unit_id, lower(name)) where revoked_at is null;
create index shared_device_enrolled_by on shared_device (enrolled_by);
create index shared_device_revoked_by on shared_device (revoked_by) where revoked_by is not null;

-- Who is at work on a shared device, in real time. Whoever is idle for longer than two minutes is not, whatever their
-- browser shows. The row goes with its session.
create table shared_session (
  sid text primary key references session on delete cascade,
  device_id int not null references shared_device,
  person_id int not null references person,
  way text not null check (way in ('pin', 'password')),
  address text not null,
  active_at timestamptz not null default clock_timestamp(),
  -- Since when somebody else is at work there.
  displaced_at timestamptz
);
create index shared_session_device on shared_session (device_id);
create index shared_session_person on shared_session (person_id);

-- The page on which somebody was when a shared device locked, for the same person only, for a day.
create table shared_place (
  device_id int not null references shared_device,
  person_id int not null references person,
  path text not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (device_id, person_id)
);
create index shared_place_person on shared_place (person_id);

-- What somebody had typed on a page and not sent, for the same person only, for a day.
create table shared_draft (
  device_id int not null references shared_device,
  person_id int not null references person,
  path text not null,
  forms jsonb not null,
  typed_at timestamptz not null default clock_timestamp(),
  primary key (device_id, person_id, path)
);
create index shared_draft_person on shared_draft (person_id);

create table pin (
  person_id int primary key references person,
  pin_hash text not null,
  -- Which pepper it was hashed with: one that was made with another opens nothing.
  pepper_key text not null,
  changed_at timestamptz not null
);

-- Wrong PINs of a person on one device since the last right one; real time.
create table pin_try (
  device_id int not null references shared_device,
  person_id int not null references person,
  wrong int not null,
  last_at timestamptz not null default clock_timestamp(),
  primary key (device_id, person_id)
);
create index pin_try_person on pin_try (person_id);

-- Who works in a unit on a day, in a post of their own or under cover, and is not on long leave: the names on its shared
-- devices.
create function at_counter(unit int, day date) returns table (person_id int) language sql stable as $$
  select who.person_id from (
    select p.person_id from posting p where p.unit_id = at_counter.unit and p.valid @> at_counter.day
    union
    select c.deputy_id from cover c
     where c.unit_id = at_counter.unit and c.valid @> at_counter.day
       and exists (select from posting g where g.person_id = c.for_person_id and g.role = c.role
                      and g.unit_id = c.unit_id and g.valid @> at_counter.day)
       and exists (select from posting d where d.person_id = c.deputy_id and d.valid @> at_counter.day)
  ) who
   where not exists (select from leave l where l.person_id = who.person_id and l.valid @> at_counter.day)
$$;
