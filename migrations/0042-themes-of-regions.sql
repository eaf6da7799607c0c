-- What the comments of a region speak of, over a year against the year before, was twenty-six thousand cells of its areas. So
-- the cells of areas are added up by region too, an area's where it stood on the Monday. They follow theme_area_week and
-- area_region in the transaction that changes these, as the weeks of regions do (0040); nobody else writes them.
create table theme_region_week (
  region_id int not null,
  week date not null,
  edition_id int not null,
  theme_id int not null,
  comments int not null,
  felt int not null,
  good int not null,
  bad int not null,
  primary key (region_id, week, edition_id, theme_id)
);

-- An emptied cell is removed: empty and absent must not be two states.
create function region_themes_follow() returns trigger language plpgsql as $$
declare
  moved constant text := case tg_op
    when 'INSERT' then 'select 1 as weight, * from came'
    when 'DELETE' then 'select -1 as weight, * from gone'
    else 'select 1 as weight, * from came union all select -1, * from gone' end;
begin
  execute format(
    'insert into theme_region_week as cell
     select place.region_id, moved.week, moved.edition_id, moved.theme_id, sum(moved.weight * moved.comments)::int,
            sum(moved.weight * moved.felt)::int, sum(moved.weight * moved.good)::int, sum(moved.weight * moved.bad)::int
       from (%s) moved join area_region place on place.area_id = moved.area_id and place.valid @> moved.week
      group by 1, 2, 3, 4 order by 1, 2, 3, 4
     on conflict (region_id, week, edition_id, theme_id) do update set comments = cell.comments + excluded.comments,
       felt = cell.felt + excluded.felt, good = cell.good + excluded.good, bad = cell.bad + excluded.bad', moved);
  if tg_op <> 'INSERT' then
    delete from theme_region_week cell using (
      select distinct place.region_id, gone.week, gone.edition_id, gone.theme_id
        from gone join area_region place on place.area_id = gone.area_id and place.valid @> gone.week) touched
     where cell.region_id = touched.region_id and cell.week = touched.week and cell.edition_id = touched.edition_id
       and cell.theme_id = touched.theme_id and cell.comments = 0;
  end if;
  return null;
end $$;

create trigger region_themes_follow_new after insert on theme_area_week referencing new table as came
  for each statement execute function region_themes_follow();
create trigger region_themes_follow_changed after update on theme_area_week
  referencing new table as came old table as gone for each statement execute function region_themes_follow();
create trigger region_themes_follow_lost after delete on theme_area_week referencing old table as gone
  for each statement execute function region_themes_follow();

create function count_region_themes_anew(regions int[]) returns void language sql as $$
  delete from theme_region_week where region_id = any (regions);
  insert into theme_region_week
  select place.region_id, c.week, c.edition_id, c.theme_id,
         sum(c.comments)::int, sum(c.felt)::int, sum(c.good)::int, sum(c.bad)::int
    from area_region place join theme_area_week c on c.area_id = place.area_id and place.valid @> c.week
   where place.region_id = any (regions) group by 1, 2, 3, 4;
$$;

-- An area that turns out to have stood in another region takes its comments along. Answers that land and whoever reads
-- comments wait until then, in the order in which an import takes these locks.
create function region_themes_follow_areas() returns trigger language plpgsql as $$
declare
  regions int[];
begin
  perform pg_advisory_xact_lock(hashtext('feedback.answerPlaces'));
  perform pg_advisory_xact_lock(hashtext('feedback.comments'));
  if tg_op = 'INSERT' then
    select array_agg(distinct region_id) into regions from came;
  elsif tg_op = 'DELETE' then
    select array_agg(distinct region_id) into regions from gone;
  else
    select array_agg(distinct region_id) into regions
      from (select region_id from came union all select region_id from gone) both_ways;
  end if;
  perform count_region_themes_anew(regions);
  return null;
end $$;

create trigger region_themes_follow_new_areas after insert on area_region referencing new table as came
  for each statement execute function region_themes_follow_areas();
create trigger region_themes_follow_changed_areas after update on area_region
  referencing new table as came old table as gone for each statement execute function region_themes_follow_areas();
create trigger region_themes_follow_lost_areas after delete on area_region referencing old table as gone
  for each statement execute function region_themes_follow_areas();

select count_region_themes_anew((select array_agg(id) from region));

-- In a bulk load as well, that takes references at their word (src/generate/trusted.queries.ts).
alter table area_region enable always trigger region_themes_follow_new_areas;
alter table area_region enable always trigger region_themes_follow_changed_areas;
alter table area_region enable always trigger region_themes_follow_lost_areas;
