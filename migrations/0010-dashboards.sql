-- What else was changed at a unit, so that training is not credited with its effect.
create table unit_action (
  id int generated always as identity primary key,
  form_token text not null unique,
  unit_id int not null references unit,
  happened_on date not null,
  words text not null check (length(words) between 1 and 200),
  recorded_by int not null references person,
  recorded_at timestamptz not null
);
create index unit_action_unit on unit_action (unit_id, happened_on);
create index unit_action_recorded_by on unit_action (recorded_by);
create trigger unit_action_append_only before update or delete on unit_action for each row execute function refuse_change();
