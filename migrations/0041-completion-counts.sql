-- Completion of a whole network as it was counted at a moment, by area: sixty thousand people can't be counted anew at every
-- look. Small networks have no rows here. Derived, and counted again every few minutes (src/dashboards/completion).
create table completion_day (
  day date primary key,
  counted_at timestamptz not null,
  -- Full courses at that moment.
  courses int not null
);

create table completion_count (
  day date not null references completion_day on delete cascade,
  area_id int not null references area,
  region_id int not null references region,
  -- Assigned completion: requirements due, finished, and past their day.
  due int not null, finished int not null, overdue int not null,
  -- Course completion: people in post, and their valid completions of full courses.
  in_post int not null, done int not null,
  primary key (day, area_id)
);
create index completion_count_area on completion_count (area_id);
create index completion_count_region on completion_count (region_id);

-- Reports find their units with a text for each kind of place (src/dashboards/units-in-report.queries.ts): one that asks of
-- every row whether a place was named makes a plan that reads all units.
drop function units_in_report(boolean, int[], int[], int[], date, date, int, int, int);
