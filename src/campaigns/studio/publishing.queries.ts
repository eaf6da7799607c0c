import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import type { Audience } from '../audience.js';
import type { Week } from '../opening.js';
import type { CampaignDraft } from './campaign-draft.js';
import type { Live } from './frozen.js';

type Reader = Pick<Tx, 'query' | 'one'>;

/** What readiness asks of the rest of the product, and the rows that publishing moves. */
@Injectable()
export class PublishingQueries {
  constructor(private readonly db: Database) {}

  /** What everybody sees of a campaign. */
  live(campaignId: number, by: Reader = this.db): Promise<Live | null> {
    return by.one<Live>(
      `select campaign_content(c.id) content,
              coalesce((select array_agg(d.held_on::text order by d.held_on) from theme_day d
                         where d.campaign_id = c.id and exists (select from pledge p where p.theme_day_id = d.id)),
                       '{}') "pledgedOn"
         from campaign c where c.id = $1`,
      [campaignId],
    );
  }

  /** Published weeks except this one that share a day with these dates. */
  others(campaignId: number | null, week: Week): Promise<(Week & { title: string; audience: Audience | null })[]> {
    return this.db.query(
      `select title, starts_on "startsOn", ends_on "endsOn", audience from campaign
        where id is distinct from $1 and starts_on <= $3 and ends_on >= $2 order by starts_on, id`,
      [campaignId, week.startsOn, week.endsOn],
    );
  }

  /** Whether the address belongs to another week, or did once. */
  async slugTaken(draft: Pick<CampaignDraft, 'id' | 'campaignId'>, slug: string): Promise<boolean> {
    const row = await this.db.one(
      `select from campaign where slug = $1 and id is distinct from $2
       union all select from campaign_draft where published_slug = $1 and id <> $3`,
      [slug, draft.campaignId, draft.id],
    );
    return row !== null;
  }

  /** Those of the courses that a week before `startsOn` used, title by slug. */
  async usedBefore(courses: readonly string[], startsOn: IsoDate): Promise<Map<string, string>> {
    const rows = await this.db.query<{ slug: string; title: string }>(
      `select k.slug, v.title from course k join course_version v on v.course_id = k.id and v.state = 'published'
        where k.slug = any ($1)
          and exists (select from theme_day d join campaign c on c.id = d.campaign_id
                       where d.course_id = k.id and c.starts_on < $2)`,
      [courses, startsOn],
    );
    return new Map(rows.map((row) => [row.slug, row.title]));
  }

  /** Those of the codes that name a region, or an area. */
  async places(audience: Audience | null): Promise<{ regions: Set<string>; areas: Set<string> }> {
    if (audience === null) return { regions: new Set(), areas: new Set() };
    const [regions, areas] = await Promise.all([
      this.db.query<{ code: string }>('select code from region where code = any ($1)', [audience.regions]),
      this.db.query<{ code: string }>('select code from area where code = any ($1)', [audience.areas]),
    ]);
    return { regions: new Set(regions.map((row) => row.code)), areas: new Set(areas.map((row) => row.code)) };
  }

  /** Points the draft at the campaign that it published. */
  async markPublished(tx: Tx, draft: CampaignDraft): Promise<number> {
    const row = await tx.one<{ campaignId: number }>(
      `update campaign_draft d set campaign_id = c.id, published_slug = c.slug, published_revision = $2
         from campaign c where d.id = $1 and c.slug = $3 returning c.id "campaignId"`,
      [draft.id, draft.revision, draft.content.slug],
    );
    return row!.campaignId;
  }

  /** Nobody sees the week any more; its draft stays. */
  async takeBack(tx: Tx, campaignId: number): Promise<void> {
    await tx.query('update campaign_draft set campaign_id = null, published_revision = null where campaign_id = $1', [
      campaignId,
    ]);
    await tx.query('delete from theme_day where campaign_id = $1', [campaignId]);
    await tx.query('delete from campaign where id = $1', [campaignId]);
  }
}
