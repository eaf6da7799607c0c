import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/tx.js';
import type { CampaignContent } from './campaign-content.js';

export interface CampaignToKeep extends CampaignContent {
  contentHash: string;
}

/** The writing side of campaign content. */
@Injectable()
export class CampaignContentQueries {
  /** One process loads at a time; the others then find nothing left to do. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('campaigns.load'))`);
  }

  /** What is loaded already: content hash by slug. */
  async hashes(tx: Tx): Promise<Map<string, string>> {
    const rows = await tx.query<{ slug: string; hash: string }>('select slug, content_hash hash from campaign');
    return new Map(rows.map((row) => [row.slug, row.hash]));
  }

  /** Addresses of weeks that somebody changed or took back in the studio: no file touches them again. */
  async ownedByStudio(tx: Tx): Promise<Set<string>> {
    const rows = await tx.query<{ slug: string }>(
      `select published_slug slug from campaign_draft d
        where published_slug is not null
          and (campaign_id is null
               or exists (select from campaign_draft_change k where k.draft_id = d.id and k.changed_by is not null))`,
    );
    return new Set(rows.map((row) => row.slug));
  }

  /** What files said stands at the studio as well, for the next author to change. */
  async keepDrafts(tx: Tx, slugs: string[], words: string): Promise<void> {
    await tx.query(NEW_DRAFTS, [slugs, tx.now]);
    await tx.query(DRAFT_STATES, [slugs, words, tx.now]);
  }

  /** Those of the slugs that name a published course. */
  async publishedCourses(tx: Tx, slugs: string[]): Promise<Set<string>> {
    const rows = await tx.query<{ slug: string }>(
      `select c.slug from course c join course_version v on v.course_id = c.id and v.state = 'published'
        where c.slug = any ($1)`,
      [slugs],
    );
    return new Set(rows.map((row) => row.slug));
  }

  /** Writes the campaigns and their days; a day that is no longer in the file goes, unless somebody pledged on it. */
  async keep(tx: Tx, campaigns: CampaignToKeep[]): Promise<void> {
    const days = campaigns.flatMap(({ slug, days }) => days.map((day) => ({ slug, ...day })));
    await tx.query(CAMPAIGNS, [JSON.stringify(campaigns)]);
    await tx.query(GONE_DAYS, [campaigns.map((campaign) => campaign.slug), JSON.stringify(days)]);
    await tx.query(THEME_DAYS, [JSON.stringify(days)]);
  }
}

const CAMPAIGNS = `
  insert into campaign (slug, title, story, look, starts_on, ends_on, audience, content_hash)
  select slug, title, story, look, "startsOn", "endsOn", nullif(audience, 'null'), "contentHash"
    from jsonb_to_recordset($1) as c (slug text, title text, story text, look text, "startsOn" date, "endsOn" date,
         audience jsonb, "contentHash" text)
  on conflict (slug) do update set title = excluded.title, story = excluded.story, look = excluded.look,
     starts_on = excluded.starts_on, ends_on = excluded.ends_on, audience = excluded.audience, content_hash = excluded.content_hash`;

const GONE_DAYS = `
  delete from theme_day d using campaign c
   where c.id = d.campaign_id and c.slug = any ($1)
     and not exists (select from jsonb_to_recordset($2) as w (slug text, "heldOn" date)
                      where w.slug = c.slug and w."heldOn" = d.held_on)`;

const THEME_DAYS = `
  insert into theme_day (campaign_id, held_on, title, driver, course_id, summary, challenge, pledge_prompt, huddle)
  select c.id, d."heldOn", d.title, d.driver, k.id, d.summary, d.challenge, d."pledgePrompt", d.huddle
    from jsonb_to_recordset($1) as d (slug text, "heldOn" date, title text, driver text, course text, summary text,
         challenge text, "pledgePrompt" text, huddle text)
    join campaign c on c.slug = d.slug
    join course k on k.slug = d.course
  on conflict (campaign_id, held_on) do update set title = excluded.title, driver = excluded.driver,
     course_id = excluded.course_id, summary = excluded.summary, challenge = excluded.challenge,
     pledge_prompt = excluded.pledge_prompt, huddle = excluded.huddle`;

const NEW_DRAFTS = `
  insert into campaign_draft (campaign_id, published_slug, made_at)
  select id, slug, $2 from campaign where slug = any ($1)
  on conflict (campaign_id) do nothing`;

const DRAFT_STATES = `
  with said as (
    insert into campaign_draft_change (draft_id, revision, words, content, changed_at)
    select d.id, coalesce((select max(k.revision) from campaign_draft_change k where k.draft_id = d.id), 0) + 1, $2,
           campaign_content(d.campaign_id), $3
      from campaign_draft d join campaign c on c.id = d.campaign_id where c.slug = any ($1)
    returning draft_id, revision)
  update campaign_draft d set published_revision = said.revision from said where said.draft_id = d.id`;
