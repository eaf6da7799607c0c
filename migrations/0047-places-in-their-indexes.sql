-- The units of an area on a day were found by all places of that day in the network, put beside those of the area: the index
-- of areas did not know the days. Now it does, and holds all that is asked of a place.
drop index unit_place_area, unit_place_region, answer_place_area;
create index unit_place_area on unit_place (area_id) include (unit_id, region_id, valid);
create index unit_place_region on unit_place (region_id) include (unit_id, area_id, valid);
create index answer_place_area on answer_place (area_id) include (unit_id, valid) where area_id is not null;
