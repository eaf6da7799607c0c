-- Where a service account may act, and how its token is replaced without a gap.

alter table service_account
  -- Those that were made before asked about every unit, and go on so.
  add whole_network boolean not null default true,
  -- The token before this one, good for a while longer, so that the software has time to take the new one.
  add previous_hash text unique check (length(previous_hash) = 64),
  add previous_until timestamptz,
  add token_made_at timestamptz,
  -- A form that is sent twice replaces one token.
  add token_form text,
  add check ((previous_hash is null) = (previous_until is null));

-- The regions, areas and units of an account that does not have the whole network. Like a manager's reach, a region or an
-- area means the units that stand in it on the day of the request.
create table service_account_place (
  id int generated always as identity primary key,
  account_id int not null references service_account,
  region_id int references region,
  area_id int references area,
  unit_id int references unit,
  check (num_nonnulls(region_id, area_id, unit_id) = 1),
  unique nulls not distinct (account_id, region_id, area_id, unit_id)
);
create index service_account_place_region on service_account_place (region_id) where region_id is not null;
create index service_account_place_area on service_account_place (area_id) where area_id is not null;
create index service_account_place_unit on service_account_place (unit_id) where unit_id is not null;
