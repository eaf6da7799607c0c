-- What imports changed, so that the last of each kind can be undone and others can follow: one row for each import, and
-- for each undo, that changed something.
create table network_change (
  id int generated always as identity primary key,
  kind text not null check (kind in ('network', 'people')),
  -- The import that this one took back; null when it is an import itself. Nothing is taken back twice.
  undoes int unique references network_change,
  sha256 text not null,
  file_import_id int references file_import,
  made_by int references person,
  made_at timestamptz not null
);
create index network_change_kind on network_change (kind, id);
create index network_change_file_import on network_change (file_import_id) where file_import_id is not null;
create index network_change_made_by on network_change (made_by) where made_by is not null;

-- The rows that the last import of a kind changed, as they were and as they became: nothing of a row that is new, or that
-- is gone. The next import of the kind takes their place, so that no name is kept longer than somebody can undo.
create table network_change_row (
  change_id int not null references network_change,
  target text not null
    check (target in ('region', 'area', 'area_region', 'unit', 'unit_area', 'person', 'posting')),
  row_id int not null,
  was jsonb,
  became jsonb,
  primary key (change_id, target, row_id),
  check (num_nonnulls(was, became) > 0)
);

-- The days on which a unit stands elsewhere since a change: in another area or region, or nowhere any more. Whoever stores
-- figures by area restates these. Goes with a unit that an undo takes back.
create table network_change_unit (
  change_id int not null references network_change,
  unit_id int not null references unit on delete cascade,
  days datemultirange not null,
  primary key (change_id, unit_id)
);
create index network_change_unit_unit on network_change_unit (unit_id);

-- A file that was taken over can be given back.
alter table file_import drop constraint file_import_state_check;
alter table file_import add check (state in ('received', 'looking', 'looked', 'taking', 'taken', 'undoing', 'undone',
  'failed', 'stopped', 'dropped'));

-- What a job is busy with, beside how far it is: a key that its page knows the words for.
alter table job add column progress_phase text;

-- Writes only the rows that differ: a file that says again where ten thousand units stand leaves them alone.
create or replace function refresh_unit_place(units int[]) returns void language sql as $$
  delete from unit_place p
   where p.unit_id in (select unnest(units))
     and not exists (
       select from unit_area ua join area_region ar on ar.area_id = ua.area_id and ar.valid && ua.valid
        where ua.unit_id = p.unit_id and ua.area_id = p.area_id and ar.region_id = p.region_id
          and ua.valid * ar.valid = p.valid);
  insert into unit_place (unit_id, area_id, region_id, valid)
  select ua.unit_id, ua.area_id, ar.region_id, ua.valid * ar.valid
    from unit_area ua join area_region ar on ar.area_id = ua.area_id and ar.valid && ua.valid
   where ua.unit_id in (select unnest(units))
     and not exists (select from unit_place p where p.unit_id = ua.unit_id and p.valid = ua.valid * ar.valid);
$$;
