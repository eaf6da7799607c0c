-- Where so few answer or work that a day could give a customer away, the month stands for the day; but lists of an area and
-- above were in the order of time, and a neighbour's day said what was hidden. Now a comment of such a unit stands within
-- the first second of its month, in no order, and the days and weeks of a search go by where it stands. Which units these are
-- is worked out by a job (src/feedback/themes), which moves the comments that are there already.
create table unit_by_month (
  unit_id int primary key,
  small boolean not null
);

alter table comment_index
  add column month_at timestamptz,
  add column shown_at timestamptz not null generated always as (coalesce(month_at, answered_at)) stored;

drop index comment_index_time, comment_index_area, comment_index_unit;
create index comment_index_time on comment_index (shown_at, response_id);
create index comment_index_area on comment_index (area_id, shown_at, response_id);
create index comment_index_unit on comment_index (unit_id, shown_at, response_id);

insert into unit_by_month (unit_id, small) select distinct unit_id, false from comment_index;
