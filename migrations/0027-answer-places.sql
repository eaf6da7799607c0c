-- One rule for every report: what happened counts in the area and region where its unit stood on that day. Areas of units
-- change backwards as well ("since 1 March she has belonged to the coast"), and then the area days have to follow.

-- Where the area days count the answers of a unit, day by day. It follows unit_place (src/feedback/rollups): days on which
-- the two differ wait in answer_move until their answers have been moved. Days on which a unit turned out to have stood
-- nowhere are there without an area; on days that are missing there is no answer yet.
create table answer_place (
  unit_id int not null references unit on delete cascade,
  area_id int references area,
  valid daterange not null check (not isempty(valid)),
  primary key (unit_id, valid),
  exclude using gist (unit_id with =, valid with &&)
);
create index answer_place_area on answer_place (area_id) where area_id is not null;

-- Units that were found to have stood elsewhere, and whose answers have not been moved yet.
create table answer_move (
  unit_id int primary key references unit on delete cascade,
  found_at timestamptz not null
);

insert into answer_place
select unit_id, area_id, unnest(range_agg(valid)) from unit_place group by unit_id, area_id;
insert into answer_place
select unit_id, null, unnest('{(,)}'::datemultirange - range_agg(valid)) from unit_place group by unit_id;

-- An area of its own beside each answer was a second truth that a move left behind.
alter table survey_response drop column area_id;

truncate area_day;
insert into area_day
select place.area_id, (r.answered_at at time zone 'Europe/London')::date as day, count(*), count(r.comment),
       count(r.ease), count(*) filter (where r.ease >= 4), coalesce(sum(r.ease), 0),
       count(*) filter (where r.emotion = 2), count(*) filter (where r.emotion = 1), count(*) filter (where r.emotion = 0),
       count(*) filter (where r.emotion = -1), count(*) filter (where r.emotion = -2),
       count(r.friendly), count(*) filter (where r.friendly >= 4), coalesce(sum(r.friendly), 0),
       count(r.professional), count(*) filter (where r.professional >= 4), coalesce(sum(r.professional), 0),
       count(r.knowledge), count(*) filter (where r.knowledge >= 4), coalesce(sum(r.knowledge), 0),
       count(r.understanding), count(*) filter (where r.understanding >= 4), coalesce(sum(r.understanding), 0),
       count(r.efficiency), count(*) filter (where r.efficiency >= 4), coalesce(sum(r.efficiency), 0),
       count(r.expectations), count(*) filter (where r.expectations >= 4), coalesce(sum(r.expectations), 0)
  from survey_response r
  join answer_place place on place.unit_id = r.unit_id and place.area_id is not null
   and place.valid @> (r.answered_at at time zone 'Europe/London')::date
 group by place.area_id, day
 order by place.area_id, day;

-- The units that a report about a unit, an area or a region is about on a day, or about everything in reach when none of the
-- three is given. Whoever reaches the place today sees all that counted in it; without a place, what the reach held on the day.
create function units_in_report(whole_network boolean, regions int[], areas int[], units int[], today date, day date,
                                about_unit int, about_area int, about_region int)
returns table (unit_id int, area_id int, region_id int) language sql stable as $$
  select p.unit_id, p.area_id, p.region_id from unit_place p
   where p.valid @> day
     and (about_unit is null or p.unit_id = about_unit)
     and (about_area is null or p.area_id = about_area)
     and (about_region is null or p.region_id = about_region)
     and (whole_network or p.region_id = any (regions) or p.area_id = any (areas) or p.unit_id = any (units)
          or (about_area is not null and exists (
                select from area_region now where now.area_id = about_area and now.valid @> today
                   and now.region_id = any (regions)))
          or (about_unit is not null and exists (
                select from unit_place now where now.unit_id = about_unit and now.valid @> today
                   and (now.region_id = any (regions) or now.area_id = any (areas)))))
$$;
