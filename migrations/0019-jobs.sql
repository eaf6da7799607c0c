-- Several workers, and an administrator who looks at what they do: which worker holds a job and until when at the latest,
-- who asked it to stop, and how it ended when it was not simply done.

-- A worker process says that it lives every few seconds; one that says nothing for a minute is taken for dead.
create table worker (
  id bigint generated always as identity primary key,
  host text not null,
  pid int not null,
  back_end text not null check (back_end in ('table', 'bullmq')),
  started_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  stopped_at timestamptz
);
create index worker_alive on worker (seen_at) where stopped_at is null;

alter table job
  add column worker_id bigint references worker on delete set null,
  -- When the present or last try began, and when it loses its claim even if its worker still says that it lives.
  add column began_at timestamptz,
  add column ends_by timestamptz,
  -- Tries that ended because their worker was told to stop; they do not count against the job.
  add column hand_backs int not null default 0,
  add column cancel_asked_at timestamptz,
  -- Null for a job that did what it was for.
  add column ended_as text check (ended_as in ('cancelled', 'givenUp')),
  add column runs_alone boolean not null default false;

-- Of a kind that runs alone, no two are ever claimed at once, whichever workers reach for them.
create unique index job_alone on job (kind) where runs_alone and claimed_at is not null;

create index job_open on job (id) where done_at is null;
create index job_worker on job (worker_id) where worker_id is not null;
create index job_claimed on job (kind) where claimed_at is not null;
create index job_parked on job (parked_at) where parked_at is not null and done_at is null;
create index job_ended on job (done_at desc) where done_at is not null;
create index job_scheduled on job (kind, created_at desc) where schedule_key is not null;
