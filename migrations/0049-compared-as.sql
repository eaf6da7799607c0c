-- A comparison met every unit with an answer to read off what kind it was and how it stands: wide rows, for five numbers each.
-- A standing knows the kind it was compared as, and an index holds those numbers.
alter table unit_standing add compared_as text;
update unit_standing s set compared_as = u.kind from unit u where u.id = s.unit_id and s.fair is not null;
drop index unit_standing_week;
create index unit_standing_compared on unit_standing (week, compared_as, unit_id)
  include (ease_n, ease_top, drivers_n, drivers_top, funnel_z);
