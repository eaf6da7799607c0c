-- Where a person is in a course version: a bookmark, moved at every step.
create table enrolment (
  person_id int not null references person,
  course_version_id int not null references course_version,
  started_at timestamptz not null,
  lesson_position int not null default 1,
  block_position int not null default 1,
  moved_at timestamptz not null,
  primary key (person_id, course_version_id)
);
create index enrolment_course_version on enrolment (course_version_id);

-- Evidence: a lesson was read to its end, once.
create table lesson_read (
  person_id int not null references person,
  lesson_id int not null references lesson,
  read_at timestamptz not null,
  primary key (person_id, lesson_id)
);
create index lesson_read_lesson on lesson_read (lesson_id);

-- What a person chose in a scenario or check block, each time; the latest one is what the page shows again.
create table block_answer (
  id bigint generated always as identity primary key,
  person_id int not null references person,
  lesson_id int not null references lesson,
  block_key text not null,
  answer jsonb not null,
  answered_at timestamptz not null
);
create index block_answer_person on block_answer (person_id, lesson_id, block_key, id);
create index block_answer_lesson on block_answer (lesson_id);

-- The fact that a person finished a course version, in a unit, at a moment. Never updated, never deleted.
create table completion (
  id bigint generated always as identity primary key,
  person_id int not null references person,
  course_id int not null references course,
  course_version_id int not null references course_version,
  period int not null default 0 check (period >= 0),
  unit_id int references unit,
  completed_at timestamptz not null,
  attempt_id uuid references attempt,
  unique (person_id, course_version_id, period)
);
create index completion_course_unit on completion (course_id, unit_id, completed_at);
create index completion_person on completion (person_id, completed_at);
create index completion_unit on completion (unit_id, completed_at);
create index completion_course_version on completion (course_version_id);
create index completion_attempt on completion (attempt_id) where attempt_id is not null;
create trigger completion_append_only before update or delete on completion for each row execute function refuse_change();
create trigger lesson_read_append_only before update or delete on lesson_read for each row execute function refuse_change();
create trigger block_answer_append_only before update or delete on block_answer for each row execute function refuse_change();
