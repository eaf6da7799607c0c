-- How each unit stood at the end of a closed week: what the page of its area prints, worked out once instead of at every
-- look. Derived from unit_week and forgotten in the transaction that changes it (src/feedback/rollups); a row that is missing
-- is worked out when it is asked for.
create table unit_standing (
  unit_id int not null references unit,
  week date not null check (extract(isodow from week) = 1),
  period smallint not null check (period in (4, 13, 26, 52)),
  responses int not null, comments int not null,
  ease_n int not null, ease_top int not null, ease_sum int not null,
  delighted int not null, satisfied int not null, neutral int not null, disappointed int not null, irritated int not null,
  recent_n int not null, recent_top int not null, earlier_n int not null, earlier_top int not null,
  weakest text,
  fell text,
  spark jsonb not null,
  primary key (unit_id, week)
);
