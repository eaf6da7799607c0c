-- A year of an area against the year before is a hundred weeks of each of its units. So the weeks of a unit are added up by
-- quarters too: thirteen weeks each, counted on since Monday 1 January of the year 1. They follow unit_week in the statement
-- that changes it; nobody else writes them.
create table unit_quarter (
  unit_id int not null references unit,
  starts_on date not null check ((starts_on - date '0001-01-01') % 91 = 0),
  responses int not null, comments int not null, ease_n int not null, ease_top int not null, ease_sum int not null,
  delighted int not null, satisfied int not null, neutral int not null, disappointed int not null,
  irritated int not null, friendly_n int not null, friendly_top int not null, friendly_sum int not null,
  professional_n int not null, professional_top int not null, professional_sum int not null, knowledge_n int not null,
  knowledge_top int not null, knowledge_sum int not null, understanding_n int not null,
  understanding_top int not null, understanding_sum int not null, efficiency_n int not null,
  efficiency_top int not null, efficiency_sum int not null, expectations_n int not null,
  expectations_top int not null, expectations_sum int not null,
  primary key (unit_id, starts_on)
);

create function quarter_of(day date) returns date language sql immutable strict parallel safe
return day - (day - date '0001-01-01') % 91;

-- What a statement has changed in unit_week, as sums with signs. An emptied quarter is removed, since empty and absent must not be two states.
create function quarters_follow_weeks() returns trigger language plpgsql as $$
declare
  counts constant text[] := '{responses, comments, ease_n, ease_top, ease_sum, delighted, satisfied, neutral, disappointed, irritated, friendly_n, friendly_top, friendly_sum, professional_n, professional_top, professional_sum, knowledge_n, knowledge_top, knowledge_sum, understanding_n, understanding_top, understanding_sum, efficiency_n, efficiency_top, efficiency_sum, expectations_n, expectations_top, expectations_sum}';
  moved constant text := case tg_op
    when 'INSERT' then 'select 1 as weight, * from came'
    when 'DELETE' then 'select -1 as weight, * from gone'
    else 'select 1 as weight, * from came union all select -1, * from gone' end;
  listed text;
  sums text;
  added text;
begin
  select string_agg(c, ', '), string_agg(format('sum(moved.weight * moved.%s)::int', c), ', '),
         string_agg(format('%1$s = cell.%1$s + excluded.%1$s', c), ', ')
    into listed, sums, added from unnest(counts) c;
  execute format(
    'insert into unit_quarter as cell (unit_id, starts_on, %s)
     select moved.unit_id, quarter_of(moved.week), %s from (%s) moved group by 1, 2 order by 1, 2
     on conflict (unit_id, starts_on) do update set %s', listed, sums, moved, added);
  if tg_op <> 'INSERT' then
    delete from unit_quarter cell using (select distinct unit_id, quarter_of(week) as starts_on from gone) touched
     where cell.unit_id = touched.unit_id and cell.starts_on = touched.starts_on and cell.responses = 0;
  end if;
  return null;
end $$;

create trigger quarters_follow_new_weeks after insert on unit_week referencing new table as came
  for each statement execute function quarters_follow_weeks();
create trigger quarters_follow_changed_weeks after update on unit_week referencing new table as came old table as gone
  for each statement execute function quarters_follow_weeks();
create trigger quarters_follow_lost_weeks after delete on unit_week referencing old table as gone
  for each statement execute function quarters_follow_weeks();

create function quarters_end_with_weeks() returns trigger language plpgsql as $$
begin
  truncate unit_quarter;
  return null;
end $$;
create trigger quarters_end_with_weeks after truncate on unit_week
  for each statement execute function quarters_end_with_weeks();

-- In a bulk load as well, that takes references at their word (src/generate/trusted.queries.ts).
alter table unit_week
  enable always trigger quarters_follow_new_weeks,
  enable always trigger quarters_follow_changed_weeks,
  enable always trigger quarters_follow_lost_weeks,
  enable always trigger quarters_end_with_weeks;

alter table rollup_repair
  drop constraint rollup_repair_rollup_check,
  add constraint rollup_repair_rollup_check
    check (rollup in ('unit_week', 'unit_quarter', 'area_day', 'area_week', 'region_week'));

-- The weeks that were there before.
do $$
declare
  listed text;
  sums text;
begin
  select string_agg(attname, ', ' order by attnum), string_agg(format('sum(%s)::int', attname), ', ' order by attnum)
    into listed, sums from pg_attribute where attrelid = 'unit_quarter'::regclass and attnum > 2;
  execute format('insert into unit_quarter (unit_id, starts_on, %s) select unit_id, quarter_of(week), %s from unit_week group by 1, 2 order by 1, 2', listed, sums);
end $$;
