-- Quizzes know nothing of courses; courses point at quiz versions. A published version never changes.

create table question (
  id int generated always as identity primary key,
  key text not null unique,
  created_at timestamptz not null default now()
);

create table question_version (
  id int generated always as identity primary key,
  question_id int not null references question,
  number int not null,
  kind text not null check (kind in ('singleChoice', 'multipleChoice', 'trueFalse')),
  drivers text[] not null check (cardinality(drivers) > 0
    and drivers <@ array['friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations']),
  body jsonb not null,
  created_at timestamptz not null default now(),
  unique (question_id, number)
);

create table quiz (
  id int generated always as identity primary key,
  key text not null unique,
  created_at timestamptz not null default now()
);

create table quiz_version (
  id int generated always as identity primary key,
  quiz_id int not null references quiz,
  number int not null,
  title text not null,
  pass_percent int not null check (pass_percent between 0 and 100),
  attempts_allowed int check (attempts_allowed > 0),
  shuffle_questions boolean not null,
  shuffle_options boolean not null,
  behaviour text not null check (behaviour in ('immediateFeedback', 'deferredFeedback')),
  grading_method text not null check (grading_method in ('highest', 'average', 'first', 'last')),
  published_at timestamptz not null default now(),
  unique (quiz_id, number)
);

create table quiz_slot (
  quiz_version_id int not null references quiz_version,
  position int not null check (position > 0),
  question_version_id int not null references question_version,
  max_mark numeric(12,7) not null check (max_mark > 0),
  primary key (quiz_version_id, position)
);
create index quiz_slot_question on quiz_slot (question_version_id);
create trigger question_version_immutable before update or delete on question_version for each row execute function refuse_change();
create trigger quiz_version_immutable before update or delete on quiz_version for each row execute function refuse_change();
create trigger quiz_slot_immutable before update or delete on quiz_slot for each row execute function refuse_change();

-- layout: [{"position": 3, "options": ["c", "a", "b"]}, ...], the slots in the order this person sees them.
-- passed: whether the grade, taken over this and the earlier attempts by the quiz's grading method, reached the pass mark.
create table attempt (
  id uuid primary key default uuidv7(),
  person_id int not null references person,
  quiz_id int not null references quiz,
  quiz_version_id int not null references quiz_version,
  number int not null check (number > 0),
  seed int not null,
  layout jsonb not null,
  started_at timestamptz not null,
  submitted_at timestamptz,
  mark numeric(12,7),
  max_mark numeric(12,7),
  passed boolean,
  unique (person_id, quiz_id, number),
  check ((submitted_at is null) = (mark is null) and (mark is null) = (passed is null) and (mark is null) = (max_mark is null))
);
create unique index attempt_open on attempt (person_id, quiz_id) where submitted_at is null;
create index attempt_quiz_version on attempt (quiz_version_id);
create index attempt_quiz on attempt (quiz_id, submitted_at);

-- The latest answer per slot (position is the slot's, not the place on this person's screen); every step that led there is an attempt_event.
create table attempt_response (
  attempt_id uuid not null references attempt,
  position int not null,
  answer jsonb not null,
  sequence int not null,
  saved_at timestamptz not null,
  checked_at timestamptz,
  fraction numeric(12,7),
  primary key (attempt_id, position)
);

create table attempt_event (
  id bigint generated always as identity primary key,
  attempt_id uuid not null references attempt,
  kind text not null check (kind in ('started', 'shown', 'answered', 'checked', 'submitted')),
  position int,
  token uuid,
  answer jsonb,
  happened_at timestamptz not null,
  unique (attempt_id, position, token)
);
create unique index attempt_event_first_shown on attempt_event (attempt_id, position) where kind = 'shown';
create trigger attempt_event_append_only before update or delete on attempt_event for each row execute function refuse_change();
