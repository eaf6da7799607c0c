-- Themed weeks are planned in the studio. A draft holds the week as its author left it, in the form of
-- content/campaigns/*.yaml with gaps; publishing turns it into a campaign with its theme days.

-- Whom a week is for; null means the whole network. Codes, as in the file. Empty lists do not narrow.
alter table campaign add column audience jsonb
  check (audience is null or (jsonb_typeof(audience->'regions') = 'array' and jsonb_typeof(audience->'areas') = 'array'
    and jsonb_typeof(audience->'kinds') = 'array'));

create function in_audience(audience jsonb, kind text, area_code text, region_code text) returns boolean
language sql immutable as $$
  select audience is null or (
    (jsonb_array_length(audience->'regions') + jsonb_array_length(audience->'areas') = 0
      or audience->'regions' ? region_code or audience->'areas' ? area_code)
    and (jsonb_array_length(audience->'kinds') = 0 or audience->'kinds' ? kind))
$$;

create table campaign_draft (
  id int generated always as identity primary key,
  -- Null before it is published, and again once it was taken back.
  campaign_id int unique references campaign on delete set null,
  -- The address under which it was published. It stays after a taking back, so that no file takes the address over.
  published_slug text unique,
  -- The revision that everybody sees.
  published_revision int,
  -- A form that is sent twice makes one draft.
  form_token text unique,
  made_by int references person,
  made_at timestamptz not null,
  deleted_at timestamptz,
  check (campaign_id is null or published_slug is not null),
  check (deleted_at is null or campaign_id is null)
);
create index campaign_draft_made_by on campaign_draft (made_by);

-- Every state a draft was in, the newest counts. Undoing appends the state before. `changed_by` is null for what a file said.
create table campaign_draft_change (
  draft_id int not null references campaign_draft,
  revision int not null check (revision > 0),
  words text not null,
  content jsonb not null,
  changed_by int references person,
  changed_at timestamptz not null,
  primary key (draft_id, revision)
);
create index campaign_draft_change_by on campaign_draft_change (changed_by);
create trigger campaign_draft_change_append_only before update or delete on campaign_draft_change
  for each row execute function refuse_change();

-- A published week as a draft holds it.
create function campaign_content(wanted int) returns jsonb language sql stable as $$
  select jsonb_build_object('slug', c.slug, 'title', c.title, 'story', c.story, 'look', c.look, 'startsOn', c.starts_on,
           'endsOn', c.ends_on, 'audience', c.audience, 'days', coalesce(
             (select jsonb_agg(jsonb_build_object('key', 'day-' || d.at, 'heldOn', d.held_on, 'title', d.title,
                       'driver', d.driver, 'course', d.course, 'summary', d.summary, 'challenge', d.challenge,
                       'pledgePrompt', d.pledge_prompt, 'huddle', d.huddle) order by d.at)
                from (select day.*, k.slug course, row_number() over (order by day.held_on) at
                        from theme_day day join course k on k.id = day.course_id where day.campaign_id = c.id) d), '[]'))
    from campaign c where c.id = wanted
$$;

-- Weeks that were loaded from files before there was a studio.
insert into campaign_draft (campaign_id, published_slug, published_revision, made_at)
select id, slug, 1, now() from campaign;
insert into campaign_draft_change (draft_id, revision, words, content, changed_at)
select d.id, 1, 'From a file', campaign_content(d.campaign_id), d.made_at from campaign_draft d;
