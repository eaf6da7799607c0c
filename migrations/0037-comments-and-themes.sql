-- Comments can be searched, and are told apart by what they speak of. All of this is derived from survey_response by a job
-- (src/feedback/themes): the import writes none of it. What it writes over or takes away is noted by a trigger.

-- Without accents and signs, character by character, so that words found in it can be shown in the text itself.
create function plain_words(words text) returns text language sql immutable parallel safe as $$
  select translate(regexp_replace(normalize(normalize(words, nfc), nfd), '[\u0300-\u036f]', '', 'g'), '<>&’‘', '   ''''')
$$;

create table comment_index (
  response_id bigint primary key,
  unit_id int not null,
  -- Where the unit stood on the day, as answer_place has it; null where it stood nowhere.
  area_id int,
  week date not null,
  answered_at timestamptz not null,
  ease smallint,
  emotion smallint,
  words tsvector not null
);
create index comment_index_words on comment_index using gin (words);
create index comment_index_time on comment_index (answered_at, response_id);
create index comment_index_area on comment_index (area_id, answered_at, response_id);
create index comment_index_unit on comment_index (unit_id, answered_at, response_id);

-- From when on a unit has had enough comments for any of them to be shown: the moment of the fifth.
create table comment_unit (
  unit_id int primary key,
  shown_from_at timestamptz not null
);

-- Comments that changed or went since they were read, and have to be read again.
create table comment_due (
  response_id bigint primary key
);

-- How far the comments have been read: every response up to last_id, as of read_at.
create table comment_reading (
  id boolean primary key default true check (id),
  last_id bigint not null,
  read_at timestamptz
);
insert into comment_reading (last_id) values (0);

-- What people write: the rules of a theme as they stand now. Pages go by what was published.
create table theme (
  id int generated always as identity primary key,
  key text not null unique,
  driver text,
  name_en text not null,
  name_cy text not null,
  rules_en text not null,
  rules_cy text not null,
  matches text[] not null,
  misses text[] not null,
  -- Saved although an example comes out otherwise; then nothing can be published.
  failing boolean not null default false,
  retired_at timestamptz,
  changed_at timestamptz not null,
  version int not null default 1
);

-- All themes as they were published together; never changed afterwards.
create table theme_edition (
  id int generated always as identity primary key,
  themes jsonb not null,
  state text not null check (state in ('building', 'current', 'past')),
  published_by int references person,
  published_at timestamptz not null,
  -- An older one that was published again.
  again_of int references theme_edition,
  form_token uuid unique,
  -- While it is being built: comments up to this one have been read by its rules.
  last_id bigint not null default 0,
  read bigint not null default 0,
  current_since_at timestamptz
);
create unique index theme_edition_current on theme_edition (state) where state = 'current';
create unique index theme_edition_building on theme_edition (state) where state = 'building';
create index theme_edition_published_by on theme_edition (published_by);
create index theme_edition_again_of on theme_edition (again_of);

-- Which comment speaks of what, and where that counts in the rollups. Theme 0 stands for any comment, whatever it says.
create table comment_theme (
  response_id bigint not null,
  edition_id int not null,
  theme_id int not null,
  unit_id int not null,
  area_id int,
  week date not null,
  answered_at timestamptz not null,
  emotion smallint,
  primary key (response_id, edition_id, theme_id)
);
create index comment_theme_time on comment_theme (edition_id, theme_id, answered_at, response_id) where theme_id > 0;

create table theme_unit_week (
  unit_id int not null,
  week date not null,
  edition_id int not null,
  theme_id int not null,
  comments int not null,
  felt int not null,
  good int not null,
  bad int not null,
  primary key (unit_id, week, edition_id, theme_id)
);

create table theme_area_week (
  area_id int not null,
  week date not null,
  edition_id int not null,
  theme_id int not null,
  comments int not null,
  felt int not null,
  good int not null,
  bad int not null,
  primary key (area_id, week, edition_id, theme_id)
);

-- Words that were changed, erased or taken away are out of the search in the same transaction; their themes and counts
-- follow with the job. The lock, shared, keeps the job from reading in between.
create function comments_gone() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from was where comment is not null) then
      return null;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('feedback.comments'));
    with gone as (select id from was where comment is not null),
         out as (delete from comment_index c using gone where c.response_id = gone.id)
    insert into comment_due select id from gone order by id on conflict do nothing;
  else
    if not exists (select from was join became using (id) where
        (was.unit_id, was.answered_at, was.ease, was.emotion, was.comment)
        is distinct from (became.unit_id, became.answered_at, became.ease, became.emotion, became.comment)
        and (was.comment is not null or became.comment is not null)) then
      return null;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('feedback.comments'));
    with gone as (
      select was.id from was join became using (id) where
        (was.unit_id, was.answered_at, was.ease, was.emotion, was.comment)
        is distinct from (became.unit_id, became.answered_at, became.ease, became.emotion, became.comment)
        and (was.comment is not null or became.comment is not null)),
         out as (delete from comment_index c using gone where c.response_id = gone.id)
    insert into comment_due select id from gone order by id on conflict do nothing;
  end if;
  return null;
end $$;
create trigger comments_changed after update on survey_response
  referencing old table as was new table as became for each statement execute function comments_gone();
create trigger comments_deleted after delete on survey_response
  referencing old table as was for each statement execute function comments_gone();

-- A unit turned out to have stood elsewhere: its comments count there too.
create function comments_moved() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('feedback.comments'));
  insert into comment_due
  select c.response_id from comment_index c where c.unit_id in (select unit_id from was) order by 1
  on conflict do nothing;
  return null;
end $$;
create trigger comments_moved after delete on answer_place
  referencing old table as was for each statement execute function comments_moved();
