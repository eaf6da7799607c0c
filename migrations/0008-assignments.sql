-- An assignment is a rule: who must finish what by when, made by whom and why.
create table assignment (
  id int generated always as identity primary key,
  form_token text not null unique,
  course_id int not null references course,
  made_by int not null references person,
  made_at timestamptz not null,
  reason text not null check (length(reason) between 1 and 300),
  due_on date not null
);
create index assignment_course on assignment (course_id);
create index assignment_made_by on assignment (made_by);

create table assignment_unit (
  assignment_id int not null references assignment,
  unit_id int not null references unit,
  primary key (assignment_id, unit_id)
);
create index assignment_unit_unit on assignment_unit (unit_id);

-- One person's due item. Several assignments for the same course make one requirement with the earliest date and all reasons.
create table requirement (
  id bigint generated always as identity primary key,
  person_id int not null references person,
  course_id int not null references course,
  period int not null default 0,
  due_on date not null,
  completion_id bigint references completion,
  unique (person_id, course_id, period)
);
create index requirement_course on requirement (course_id);
create index requirement_completion on requirement (completion_id) where completion_id is not null;

create table requirement_reason (
  requirement_id bigint not null references requirement,
  assignment_id int not null references assignment,
  primary key (requirement_id, assignment_id)
);
create index requirement_reason_assignment on requirement_reason (assignment_id);
