-- Finding people and places by name, and what an administrator changed about somebody.

-- A name as somebody types it in a hurry: small letters, no accents, no apostrophes, hyphens as blanks. 'Siân O’Neill-Rees'
-- is 'sian oneill rees'. src/network/people/folded.ts says the same of what is typed.
create function folded(words text) returns text language sql immutable strict parallel safe as $$
  select translate(regexp_replace(normalize(lower(words), nfd), '[\u0300-\u036f’‘''′`´.]', '', 'g'), 'øłđ-', 'old ')
$$;

alter table person add column search_name text not null generated always as (folded(name)) stored;
create index person_search_name on person using gin (search_name gin_trgm_ops);
create index person_in_order on person (search_name, reference);
create index person_reference_prefix on person (lower(reference) text_pattern_ops);

alter table unit add column search_name text not null generated always as (folded(name)) stored;
create index unit_search_name on unit using gin (search_name gin_trgm_ops);
create index unit_code_prefix on unit (lower(code) text_pattern_ops);

-- The words of all names, each once, against which a misspelt one is held. Says of nobody whose it is; words that nobody
-- bears any more go when leavers are made anonymous.
create table name_word (word text primary key);
insert into name_word
select distinct word from person cross join string_to_table(search_name, ' ') word where word <> '' order by word;

create function note_name_words() returns trigger language plpgsql as $$
begin
  insert into name_word
  select distinct word from named cross join string_to_table(named.search_name, ' ') word where word <> '' order by word
  on conflict do nothing;
  return null;
end $$;
create trigger person_named after insert on person referencing new table as named
  for each statement execute function note_name_words();
create trigger person_renamed after update on person referencing new table as named
  for each statement execute function note_name_words();

-- Units in reach with the place that a day gives them, also those that are not open on it: one that has closed lies where
-- it stood last, one that has not opened where it will stand first. `valid` holds the day only for those that are open.
create function places_in_reach(whole_network boolean, regions int[], areas int[], units int[], day date)
returns table (unit_id int, area_id int, region_id int, valid daterange) language sql stable as $$
  select placed.unit_id, placed.area_id, placed.region_id, placed.valid
    from (select distinct on (p.unit_id) p.unit_id, p.area_id, p.region_id, p.valid
            from (select distinct c.unit_id from unit_place c
                   where whole_network or c.region_id = any (regions) or c.area_id = any (areas)
                      or c.unit_id = any (units)) ever
            join unit_place p on p.unit_id = ever.unit_id
           order by p.unit_id, lower(p.valid) > day, abs(lower(p.valid) - day)) placed
   where whole_network or placed.region_id = any (regions) or placed.area_id = any (areas)
      or placed.unit_id = any (units)
$$;

-- Managers, postmasters and the CX team are few among the colleagues at the counter.
create index posting_role on posting (role) where role <> 'staff';

-- What an administrator changed about a person by hand: what it was and what it became, so that it can be taken back while
-- nothing has changed it since. A form sent twice is one row. Extra time holds no reason.
create table person_change (
  id int generated always as identity primary key,
  form_token text not null unique,
  person_id int not null references person,
  kind text not null check (kind in ('postings', 'leaves', 'extraTime', 'details')),
  before jsonb not null,
  after jsonb not null,
  made_by int not null references person,
  made_at timestamptz not null,
  undone_by int references person,
  undone_at timestamptz,
  check ((undone_by is null) = (undone_at is null))
);
create index person_change_person on person_change (person_id, id);
create index person_change_made_by on person_change (made_by);
create index person_change_undone_by on person_change (undone_by) where undone_by is not null;
