import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { CampaignDraft } from './campaign-draft.js';
import type { DraftCampaign } from './draft.js';

export interface DraftToMake {
  formToken: string;
  madeBy: number;
  words: string;
  content: DraftCampaign;
}

export interface ChangeToAppend {
  draftId: number;
  /** The one that the change makes. */
  revision: number;
  words: string;
  content: DraftCampaign;
  changedBy: number;
}

type Reader = Pick<Tx, 'query' | 'one'>;

/** Drafts of themed weeks. The CX team is small and each of it sees all of them. */
@Injectable()
export class CampaignDraftsQueries {
  constructor(private readonly db: Database) {}

  /** The latest week first. */
  all(): Promise<CampaignDraft[]> {
    return this.db.query<CampaignDraft>(`${DRAFTS} order by n.content->>'startsOn' desc, d.id desc`);
  }

  one(id: number, by: Reader = this.db): Promise<CampaignDraft | null> {
    return by.one<CampaignDraft>(`${DRAFTS} and d.id = $1`, [id]);
  }

  /** The draft as it was at a revision; null when it never had that one. */
  async contentAt(by: Reader, id: number, revision: number): Promise<DraftCampaign | null> {
    const row = await by.one<{ content: DraftCampaign }>(
      'select content from campaign_draft_change where draft_id = $1 and revision = $2',
      [id, revision],
    );
    return row?.content ?? null;
  }

  /** One author changes a draft at a time. */
  async lock(tx: Tx, id: number): Promise<void> {
    await tx.query('select from campaign_draft where id = $1 for update', [id]);
  }

  /** @returns the new draft's id, or that of the draft which the same form made before */
  async make(tx: Tx, { formToken, madeBy, words, content }: DraftToMake): Promise<number> {
    const made = await tx.one<{ id: number }>(
      `insert into campaign_draft (form_token, made_by, made_at) values ($1, $2, $3)
       on conflict (form_token) do nothing returning id`,
      [formToken, madeBy, tx.now],
    );
    if (made !== null) await this.append(tx, { draftId: made.id, revision: 1, words, content, changedBy: madeBy });
    const found = await tx.one<{ id: number }>('select id from campaign_draft where form_token = $1', [formToken]);
    return found!.id;
  }

  async append(tx: Tx, { draftId, revision, words, content, changedBy }: ChangeToAppend): Promise<void> {
    await tx.query(
      `insert into campaign_draft_change (draft_id, revision, words, content, changed_by, changed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [draftId, revision, words, JSON.stringify(content), changedBy, tx.now],
    );
  }

  async markDeleted(tx: Tx, id: number): Promise<void> {
    await tx.query('update campaign_draft set deleted_at = $2 where id = $1', [id, tx.now]);
  }

  /** Addresses that weeks have, or that drafts mean to have. */
  async slugs(): Promise<Set<string>> {
    const rows = await this.db.query<{ slug: string }>(
      `select slug from campaign
       union select published_slug from campaign_draft where published_slug is not null
       union select n.content->>'slug' from campaign_draft d ${NEWEST} where d.deleted_at is null`,
    );
    return new Set(rows.map((row) => row.slug));
  }
}

const NEWEST = `
  cross join lateral (select k.revision, k.content, k.words, k.changed_at, k.changed_by from campaign_draft_change k
                       where k.draft_id = d.id order by k.revision desc limit 1) n`;

const DRAFTS = `
  select d.id, d.campaign_id "campaignId", d.published_slug "publishedSlug", d.published_revision "publishedRevision",
         n.revision, d.campaign_id is not null and n.content <> seen.content unpublished, n.content, n.words, n.changed_at "changedAt", p.name "changedBy"
    from campaign_draft d ${NEWEST}
    left join campaign_draft_change seen on seen.draft_id = d.id and seen.revision = d.published_revision
    left join person p on p.id = n.changed_by
   where d.deleted_at is null`;
