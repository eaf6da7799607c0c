-- What the CX team writes before it is published. A draft is the content of one course as it stands, in the form of
-- content/courses/*.yaml with gaps; publishing turns it into a course_version and closes it.
create table course_draft (
  id int generated always as identity primary key,
  -- Null for a course that was never published.
  course_id int references course,
  -- The version it goes on from; null for a course that was never published.
  based_version_id int references course_version,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  state text not null default 'open' check (state in ('open', 'published', 'deleted')),
  -- Since when.
  state_at timestamptz not null,
  schema_version int not null default 1,
  content jsonb not null,
  revision int not null default 1 check (revision > 0),
  -- A form that is sent twice makes one draft.
  form_token text unique,
  made_by int not null references person,
  made_at timestamptz not null,
  changed_by int not null references person,
  changed_at timestamptz not null
);
create unique index course_draft_open_slug on course_draft (slug) where state = 'open';
create unique index course_draft_open_course on course_draft (course_id) where state = 'open';
create index course_draft_course on course_draft (course_id);
create index course_draft_based_version on course_draft (based_version_id);
create index course_draft_made_by on course_draft (made_by);
create index course_draft_changed_by on course_draft (changed_by);

-- Every change with what was there before it: the way back. Undoing is a change too, and says how far back it went.
create table course_draft_change (
  draft_id int not null references course_draft,
  -- The revision that the change made.
  revision int not null,
  -- The revision that its author saw.
  base_revision int not null,
  -- Everything from this revision on was taken back by this change; null for a change that is not an undo.
  undoes int,
  words text not null,
  before jsonb not null,
  changed_by int not null references person,
  changed_at timestamptz not null,
  primary key (draft_id, revision)
);
create index course_draft_change_by on course_draft_change (changed_by);
create trigger course_draft_change_append_only before update or delete on course_draft_change
  for each row execute function refuse_change();

-- An address belongs to one course: no open draft takes the address of a published course that is not its own.
create function refuse_taken_slug() returns trigger language plpgsql as $$
begin
  if new.state = 'open' and exists (select 1 from course c where c.slug = new.slug and c.id is distinct from new.course_id) then
    raise exception 'a published course has this address' using errcode = 'unique_violation', constraint = 'course_draft_open_slug';
  end if;
  return new;
end $$;
create trigger course_draft_slug before insert or update on course_draft for each row execute function refuse_taken_slug();

-- Where a version came from. What the studio published is never overwritten by files.
alter table course_version add column origin text not null default 'file' check (origin in ('file', 'studio'));
