-- Studies of impact: what is asked is written down before it is worked out, and stays as it is (product/impact.md, "A study").
-- What it found is kept run by run; on new data a new one comes beside the old.

-- A training given to areas in waves by lot. Who is in which wave is drawn once and stays, whatever moves later.
create table wave_plan (
  id int generated always as identity primary key,
  form_token text not null unique,
  title text not null check (length(title) between 1 and 120),
  course_id int not null references course,
  reason text not null check (length(reason) between 1 and 300),
  seed bigint not null,
  waves int not null check (waves between 1 and 6),
  comparison boolean not null,
  weeks_between int not null check (weeks_between between 1 and 26),
  days_given int not null check (days_given between 7 and 91),
  made_by int references person,
  made_at timestamptz not null,
  -- No wave that has not begun by then begins any more.
  stopped_at timestamptz,
  stopped_by int references person,
  check (waves > 1 or comparison)
);

create index wave_plan_course on wave_plan (course_id);
create index wave_plan_made_by on wave_plan (made_by);
create index wave_plan_stopped_by on wave_plan (stopped_by);

create table wave (
  plan_id int not null references wave_plan,
  -- From 0.
  number int not null,
  starts_on date not null check (extract(isodow from starts_on) = 1),
  -- There once the wave has begun and somebody was left to be asked.
  assignment_id int references assignment,
  begun_at timestamptz,
  primary key (plan_id, number)
);

create index wave_assignment on wave (assignment_id);

create table wave_area (
  plan_id int not null references wave_plan,
  area_id int not null references area,
  stratum int not null,
  -- Null for the comparison, which never has it.
  wave int,
  primary key (plan_id, area_id),
  foreign key (plan_id, wave) references wave (plan_id, number)
);

create index wave_area_area on wave_area (area_id);

-- The units of the areas on the day of the lot.
create table wave_unit (
  plan_id int not null,
  unit_id int not null references unit,
  area_id int not null,
  primary key (plan_id, unit_id),
  foreign key (plan_id, area_id) references wave_area (plan_id, area_id)
);

create index wave_unit_unit on wave_unit (unit_id);

create table study (
  id int generated always as identity primary key,
  form_token text not null unique,
  title text not null check (length(title) between 1 and 120),
  -- The campaign whose courses these are, if it is about one.
  campaign_id int references campaign,
  -- The lot by which units came to be trained, if there was one: trained from the Monday of their wave.
  wave_plan_id int unique references wave_plan,
  metric text not null check (metric in ('ease', 'netEmotion', 'friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations')),
  -- Without a lot a unit counts as trained from the week in which this share of its people hold the courses.
  threshold numeric(4, 3) not null check (threshold > 0 and threshold <= 1),
  weighting text not null check (weighting in ('answers', 'equal')),
  cluster_level text not null check (cluster_level in ('unit', 'area')),
  unit_kinds text[] not null check (cardinality(unit_kinds) > 0),
  -- Null for all regions.
  region_ids int[],
  -- Mondays of the first and the last week.
  first_week date not null check (extract(isodow from first_week) = 1),
  last_week date not null check (extract(isodow from last_week) = 1 and last_week > first_week),
  registered_by int references person,
  registered_at timestamptz not null
);

create index study_campaign on study (campaign_id);
create index study_registered_by on study (registered_by);

create table study_course (
  study_id int not null references study,
  course_id int not null references course,
  primary key (study_id, course_id)
);
create index study_course_course on study_course (course_id);

create table study_run (
  id int generated always as identity primary key,
  study_id int not null references study,
  form_token text not null unique,
  -- Null when it was due by itself.
  asked_by int references person,
  asked_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('found', 'same', 'stopped')),
  -- Results of a study are numbered from 1. `same` names the result that stands, because nothing had changed since.
  number int,
  data_version text check (data_version ~ '^[0-9a-f]{64}$'),
  -- Monday of the last week that was closed when the answers were read.
  closed_to date,
  findings jsonb,
  check ((ended_at is null) = (outcome is null)),
  check ((outcome = 'found') = (findings is not null)),
  check (outcome is distinct from 'found' or (number is not null and data_version is not null and closed_to is not null)),
  unique (study_id, number)
);
create index study_run_asked_by on study_run (asked_by);
-- One at a time.
create unique index study_run_under_way on study_run (study_id) where ended_at is null;
create unique index study_run_version on study_run (study_id, data_version) where outcome = 'found';
