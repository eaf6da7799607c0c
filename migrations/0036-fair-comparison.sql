-- Fair comparison: what each unit probably scores and where it lies in the funnel of its kind, at the end of a closed week.
-- Arrays hold ease and then the six drivers, in the order of the product; an element is null where there are too few answers
-- for a score, and a whole array until the week has been compared. Scores are points out of 100.
truncate unit_standing;
alter table unit_standing
  add column most_to_gain text,
  add column drivers_n int[] not null check (cardinality(drivers_n) = 6),
  add column drivers_top int[] not null check (cardinality(drivers_top) = 6),
  add column fair real[] check (cardinality(fair) = 7),
  add column fair_low real[] check (cardinality(fair_low) = 7),
  add column fair_high real[] check (cardinality(fair_high) = 7),
  add column funnel_z real[] check (cardinality(funnel_z) = 7);
create index unit_standing_week on unit_standing (week);

-- What all units of a kind have in common at a closed week: their expected share, how much they differ (all together, and
-- within their areas), and the variance between them that the funnel allows for. Derived; written by the job that compares.
create table standing_model (
  week date not null check (extract(isodow from week) = 1),
  kind text not null,
  measure text not null,
  units int not null,
  answers bigint not null,
  centre double precision not null check (centre between 0 and 1),
  between_units double precision not null,
  correlation double precision not null,
  within_areas double precision not null,
  worked_out_at timestamptz not null,
  primary key (week, kind, measure)
);

-- How much each driver goes with ease in the answers of a calendar year, 0 to 1, adding up to 1. `answers` is how many the year
-- had when it was worked out, `complete` those that rate ease and all six drivers.
create table driver_importance (
  year int primary key,
  answers bigint not null,
  complete bigint not null,
  units int not null,
  explained double precision,
  shares double precision[] check (cardinality(shares) = 6),
  lows double precision[] check (cardinality(lows) = 6),
  highs double precision[] check (cardinality(highs) = 6),
  clearly_first boolean not null default false,
  worked_out_at timestamptz not null
);
