create table campaign (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null,
  story text not null,
  look text not null check (look in ('love')),
  starts_on date not null,
  ends_on date not null,
  content_hash text not null,
  check (ends_on >= starts_on)
);
create index campaign_dates on campaign (starts_on, ends_on);

create table theme_day (
  id int generated always as identity primary key,
  campaign_id int not null references campaign,
  held_on date not null,
  title text not null,
  driver text not null check (driver in ('friendly', 'professional', 'knowledge', 'understanding', 'efficiency', 'expectations')),
  course_id int not null references course,
  summary text not null,
  challenge text not null,
  pledge_prompt text not null,
  huddle text not null,
  unique (campaign_id, held_on)
);
create index theme_day_course on theme_day (course_id);

-- What a colleague promised on a theme day, once a day; changing one's mind replaces the words, so the count stays honest.
create table pledge (
  id bigint generated always as identity primary key,
  theme_day_id int not null references theme_day,
  person_id int not null references person,
  unit_id int references unit,
  words text not null check (length(words) between 1 and 200),
  made_at timestamptz not null,
  unique (theme_day_id, person_id)
);
create index pledge_person on pledge (person_id);
create index pledge_unit on pledge (unit_id);
