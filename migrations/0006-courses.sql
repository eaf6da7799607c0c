create table course (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('course', 'themeDay')),
  created_at timestamptz not null default now()
);

create table course_version (
  id int generated always as identity primary key,
  course_id int not null references course,
  number int not null check (number > 0),
  state text not null check (state in ('draft', 'inReview', 'published', 'retired')),
  title text not null,
  summary text not null,
  primary_driver text not null,
  drivers text[] not null check (primary_driver = any (drivers)
    and drivers <@ array['friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations']),
  minutes int not null check (minutes > 0),
  language text not null check (language in ('en', 'cy')),
  completion_rule text not null check (completion_rule in ('lessonsRead', 'quizPassed', 'both')),
  validity_months int check (validity_months > 0),
  quiz_version_id int references quiz_version,
  content_hash text not null,
  lesson_titles text not null default '',
  published_at timestamptz,
  -- Welsh has no stemmer in PostgreSQL, so its words are kept as they stand.
  search tsvector generated always as (
    setweight(to_tsvector(case language when 'cy' then 'simple'::regconfig else 'english'::regconfig end, title), 'A')
    || setweight(to_tsvector(case language when 'cy' then 'simple'::regconfig else 'english'::regconfig end, summary), 'B')
    || setweight(to_tsvector(case language when 'cy' then 'simple'::regconfig else 'english'::regconfig end, lesson_titles), 'C')
  ) stored,
  unique (course_id, number),
  check (completion_rule = 'lessonsRead' or quiz_version_id is not null),
  check (state in ('draft', 'inReview') or published_at is not null)
);
create unique index course_version_current on course_version (course_id) where state = 'published';
create index course_version_quiz on course_version (quiz_version_id) where quiz_version_id is not null;
create index course_version_search on course_version using gin (search);

create table lesson (
  id int generated always as identity primary key,
  course_version_id int not null references course_version,
  position int not null check (position > 0),
  title text not null,
  minutes int not null check (minutes > 0),
  blocks jsonb not null,
  unique (course_version_id, position)
);

-- Pictures by name and content (`counter-1f0a9b3c.svg`), so that an old version keeps the picture it was published with.
create table course_image (
  name text primary key,
  media_type text not null,
  bytes bytea not null
);
create trigger course_image_append_only before update or delete on course_image for each row execute function refuse_change();

-- A published version is immutable: learners, attempts and completions point at it. Only its state may still move on.
create function refuse_published_change() returns trigger language plpgsql as $$
begin
  if old.published_at is not null and (to_jsonb(new) - 'state' - 'search') is distinct from (to_jsonb(old) - 'state' - 'search') then
    raise exception 'a published course version never changes' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger course_version_immutable before update on course_version for each row execute function refuse_published_change();
create function refuse_published_lesson_change() returns trigger language plpgsql as $$
begin
  if exists (select 1 from course_version v
              where v.id in (old.course_version_id, new.course_version_id) and v.published_at is not null) then
    raise exception 'a published course version never changes' using errcode = 'restrict_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger lesson_immutable before insert or update or delete on lesson for each row execute function refuse_published_lesson_change();
