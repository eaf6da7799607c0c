-- The weeks of areas and regions are checked as well, and what was wrong in them is kept like the rest.
alter table rollup_repair
  drop constraint rollup_repair_rollup_check,
  add constraint rollup_repair_rollup_check check (rollup in ('unit_week', 'area_day', 'area_week', 'region_week'));
