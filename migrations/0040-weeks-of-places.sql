-- Pages of areas, regions and the network are about whole weeks, and a year of them against the year before is seven hundred
-- days of every area. So the days are added up by week too: by area and the region in which it stood on the day, and by region.
-- Both follow area_day and area_region in the transaction that changes these; nobody else writes them.
create table area_week (
  area_id int not null references area,
  region_id int not null references region,
  week date not null check (extract(isodow from week) = 1),
  responses int not null, comments int not null, ease_n int not null, ease_top int not null, ease_sum int not null,
  delighted int not null, satisfied int not null, neutral int not null, disappointed int not null,
  irritated int not null, friendly_n int not null, friendly_top int not null, friendly_sum int not null,
  professional_n int not null, professional_top int not null, professional_sum int not null, knowledge_n int not null,
  knowledge_top int not null, knowledge_sum int not null, understanding_n int not null,
  understanding_top int not null, understanding_sum int not null, efficiency_n int not null,
  efficiency_top int not null, efficiency_sum int not null, expectations_n int not null,
  expectations_top int not null, expectations_sum int not null,
  primary key (area_id, week, region_id)
);
create index area_week_region on area_week (region_id, week);

create table region_week (
  region_id int not null references region,
  week date not null check (extract(isodow from week) = 1),
  responses int not null, comments int not null, ease_n int not null, ease_top int not null, ease_sum int not null,
  delighted int not null, satisfied int not null, neutral int not null, disappointed int not null,
  irritated int not null, friendly_n int not null, friendly_top int not null, friendly_sum int not null,
  professional_n int not null, professional_top int not null, professional_sum int not null, knowledge_n int not null,
  knowledge_top int not null, knowledge_sum int not null, understanding_n int not null,
  understanding_top int not null, understanding_sum int not null, efficiency_n int not null,
  efficiency_top int not null, efficiency_sum int not null, expectations_n int not null,
  expectations_top int not null, expectations_sum int not null,
  primary key (region_id, week)
);

create function monday_of(day date) returns date language sql immutable strict parallel safe
return day - (extract(isodow from day)::int - 1);

-- What a statement has changed in area_day, as sums with signs, goes into both. An emptied cell is removed: empty and absent
-- must not be two states. Whoever changes area_day holds the places of answers (rollups/answer-places.queries.ts), so that no
-- area changes its region meanwhile.
create function weeks_follow_days() returns trigger language plpgsql as $$
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
    'insert into area_week as cell (area_id, region_id, week, %s)
     select moved.area_id, place.region_id, monday_of(moved.day), %s
       from (%s) moved join area_region place on place.area_id = moved.area_id and place.valid @> moved.day
      group by 1, 2, 3 order by 1, 3, 2
     on conflict (area_id, week, region_id) do update set %s', listed, sums, moved, added);
  execute format(
    'insert into region_week as cell (region_id, week, %s)
     select place.region_id, monday_of(moved.day), %s
       from (%s) moved join area_region place on place.area_id = moved.area_id and place.valid @> moved.day
      group by 1, 2 order by 1, 2
     on conflict (region_id, week) do update set %s', listed, sums, moved, added);
  if tg_op <> 'INSERT' then
    delete from area_week cell using (select distinct area_id, monday_of(day) as week from gone) touched
     where cell.area_id = touched.area_id and cell.week = touched.week and cell.responses = 0;
    delete from region_week cell using (select distinct monday_of(day) as week from gone) touched
     where cell.week = touched.week and cell.responses = 0;
  end if;
  return null;
end $$;

create trigger weeks_follow_new_days after insert on area_day referencing new table as came
  for each statement execute function weeks_follow_days();
create trigger weeks_follow_changed_days after update on area_day referencing new table as came old table as gone
  for each statement execute function weeks_follow_days();
create trigger weeks_follow_lost_days after delete on area_day referencing old table as gone
  for each statement execute function weeks_follow_days();

create function weeks_end_with_days() returns trigger language plpgsql as $$
begin
  truncate area_week, region_week;
  return null;
end $$;
create trigger weeks_end_with_days after truncate on area_day
  for each statement execute function weeks_end_with_days();

-- All weeks of these areas and regions anew, from the days.
create function count_weeks_anew(areas int[], regions int[]) returns void language plpgsql as $$
declare
  counts constant text[] := '{responses, comments, ease_n, ease_top, ease_sum, delighted, satisfied, neutral, disappointed, irritated, friendly_n, friendly_top, friendly_sum, professional_n, professional_top, professional_sum, knowledge_n, knowledge_top, knowledge_sum, understanding_n, understanding_top, understanding_sum, efficiency_n, efficiency_top, efficiency_sum, expectations_n, expectations_top, expectations_sum}';
  listed text;
  sums text;
begin
  select string_agg(c, ', '), string_agg(format('sum(d.%s)::int', c), ', ') into listed, sums from unnest(counts) c;
  delete from area_week where area_id = any (areas);
  execute format(
    'insert into area_week (area_id, region_id, week, %s)
     select d.area_id, place.region_id, monday_of(d.day), %s
       from area_day d join area_region place on place.area_id = d.area_id and place.valid @> d.day
      where d.area_id = any ($1) group by 1, 2, 3', listed, sums) using areas;
  delete from region_week where region_id = any (regions);
  execute format(
    'insert into region_week (region_id, week, %s)
     select d.region_id, d.week, %s from area_week d where d.region_id = any ($1) group by 1, 2', listed, sums) using regions;
end $$;

-- An area that turns out to have stood in another region takes its weeks along; answers that land wait until it is told.
create function weeks_follow_areas() returns trigger language plpgsql as $$
declare
  areas int[];
  regions int[];
begin
  perform pg_advisory_xact_lock(hashtext('feedback.answerPlaces'));
  if tg_op = 'INSERT' then
    select array_agg(distinct area_id), array_agg(distinct region_id) into areas, regions from came;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct area_id), array_agg(distinct region_id) into areas, regions from gone;
  else
    select array_agg(distinct area_id), array_agg(distinct region_id) into areas, regions
      from (select area_id, region_id from came union all select area_id, region_id from gone) both_ways;
  end if;
  if areas is null or not exists (select from area_day where area_id = any (areas)) then
    return null;
  end if;
  perform count_weeks_anew(areas, regions);
  return null;
end $$;

create trigger weeks_follow_new_areas after insert on area_region referencing new table as came
  for each statement execute function weeks_follow_areas();
create trigger weeks_follow_changed_areas after update on area_region referencing new table as came old table as gone
  for each statement execute function weeks_follow_areas();
create trigger weeks_follow_lost_areas after delete on area_region referencing old table as gone
  for each statement execute function weeks_follow_areas();

-- The days that were there before.
select count_weeks_anew((select array_agg(id) from area), (select array_agg(id) from region));

-- In a bulk load as well, that takes references at their word (src/generate/trusted.queries.ts).
alter table area_day enable always trigger weeks_follow_new_days;
alter table area_day enable always trigger weeks_follow_changed_days;
alter table area_day enable always trigger weeks_follow_lost_days;
alter table area_day enable always trigger weeks_end_with_days;
alter table area_region enable always trigger weeks_follow_new_areas;
alter table area_region enable always trigger weeks_follow_changed_areas;
alter table area_region enable always trigger weeks_follow_lost_areas;
