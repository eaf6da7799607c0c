-- Publishing from the studio: who published, and what a new version means for those who are in an older one.
-- finish: whoever is part-way finishes theirs, and whoever had finished may take the new one. move: whoever is part-way goes
-- on in the new one from their next lesson. startersOnly: whoever began or finished an older one stays with it.
alter table course_version
  add column part_way text not null default 'finish' check (part_way in ('finish', 'move', 'startersOnly')),
  -- Null for what came from files.
  add column published_by int references person;
create index course_version_published_by on course_version (published_by) where published_by is not null;

-- What became of a draft: the version it was published as. Pressing Publish again finds it here.
alter table course_draft add column course_version_id int references course_version;
create index course_draft_version on course_draft (course_version_id) where course_version_id is not null;

-- Taken out of the catalogue and brought back: the history beside the state.
create table course_shelf_change (
  id int generated always as identity primary key,
  course_version_id int not null references course_version,
  kind text not null check (kind in ('retired', 'broughtBack')),
  changed_by int not null references person,
  changed_at timestamptz not null
);
create index course_shelf_change_version on course_shelf_change (course_version_id);
create index course_shelf_change_by on course_shelf_change (changed_by);
create trigger course_shelf_change_append_only before update or delete on course_shelf_change
  for each row execute function refuse_change();

-- The version in which this person goes on; what they did in the older one stays.
alter table enrolment add column continued_in int references course_version;
create index enrolment_continued_in on enrolment (continued_in) where continued_in is not null;
