-- Of how units stood half a year back, the funnel of alerts alone is read: a place and three counts, kept as they were when
-- the week was compared, whatever lands later. All the rest was kept for 26 weeks and read of the last one, and answers of a
-- year ago took the history away.
create table unit_funnel_week (
  unit_id int not null references unit,
  week date not null check (extract(isodow from week) = 1),
  responses int not null, ease_n int not null, ease_top int not null,
  z real not null,
  primary key (unit_id, week)
);
create index unit_funnel_week_week on unit_funnel_week (week);

insert into unit_funnel_week (unit_id, week, responses, ease_n, ease_top, z)
select unit_id, week, responses, ease_n, ease_top, funnel_z[1] from unit_standing where funnel_z[1] is not null;

-- The week before the last stays, for whoever looks before the last has been compared.
delete from unit_standing where week < (select max(week) from unit_standing) - 7;
