-- Units that closed and merged into another one. The link carries its day as every other: what a unit did stays with it and
-- its own area until then, and what names it afterwards is meant for its successor.

create table unit_merger (
  id int generated always as identity primary key,
  unit_id int not null references unit,
  successor_id int not null references unit,
  -- The last day on which the unit stood. One that opens again later may merge again.
  merged_on date not null,
  unique (unit_id, merged_on),
  check (unit_id <> successor_id)
);
create index unit_merger_successor on unit_merger (successor_id);

-- Units close on the day on which they merge, their successors are open on it, and nothing merges into itself by way of
-- others. Imports say so by line of the file (src/network/mergers); this holds whatever else writes here to the same. A
-- circle can only close within one day: whoever takes over is open on that day, so closes on it or later.
create function unit_merger_holds() returns trigger language plpgsql as $$
begin
  if not exists (select from unit_merger m where m.id = new.id) then
    return null;
  end if;
  if not exists (select from unit_area a where a.unit_id = new.unit_id and upper(a.valid) = new.merged_on + 1)
     or exists (select from unit_area a where a.unit_id = new.unit_id and a.valid @> new.merged_on + 1) then
    raise exception 'unit % does not close on %', new.unit_id, new.merged_on using errcode = 'check_violation';
  end if;
  if not exists (select from unit_area a where a.unit_id = new.successor_id and a.valid @> new.merged_on) then
    raise exception 'unit % is not open on %', new.successor_id, new.merged_on using errcode = 'check_violation';
  end if;
  if exists (
    with recursive way (unit_id) as (
      select new.successor_id
      union
      select m.successor_id from way join unit_merger m on m.unit_id = way.unit_id and m.merged_on = new.merged_on)
    select from way where unit_id = new.unit_id) then
    raise exception 'unit % would merge into itself', new.unit_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger unit_merger_holds after insert or update on unit_merger
  deferrable initially deferred for each row execute function unit_merger_holds();

-- An import of units changes mergers too, and its undo puts them back.
alter table network_change_row drop constraint network_change_row_target_check;
alter table network_change_row add check
  (target in ('region', 'area', 'area_region', 'unit', 'unit_area', 'unit_merger', 'person', 'posting'));
