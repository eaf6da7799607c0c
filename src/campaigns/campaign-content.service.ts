import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { contentHash } from '../courses/content-hash.js';
import { ContentRefused } from '../courses/content-refused.js';
import type { ContentFile } from '../platform/content-file.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import { isViolation } from '../platform/database/violation.js';
import { t } from '../platform/language/t.js';
import { LOG, type Log } from '../platform/log.js';
import { type CampaignContent, readCampaignFile } from './campaign-content.js';
import { CampaignContentQueries } from './campaign-content.queries.js';

/** Loads the themed weeks that the product ships with. */
@Injectable()
export class CampaignContentService {
  constructor(
    private readonly db: Database,
    private readonly content: CampaignContentQueries,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Takes over what `campaigns/*.yaml` of a content directory says and the database does not. The same content changes
   * nothing, and a week that was changed in the studio stays as it is. Courses must have been published before.
   * @returns the slugs that were new or changed
   * @throws ContentRefused with a line per problem; nothing is changed then
   */
  async loadContent(directory: string): Promise<{ loaded: string[] }> {
    const read = (await campaignFiles(directory)).map(readCampaignFile);
    const problems = read.flatMap((file) => file.problems);
    if (problems.length > 0) throw new ContentRefused(problems);
    const campaigns = read.flatMap(({ value }) => (value === null ? [] : [value]));
    return { loaded: await this.db.write((tx) => this.keepChanged(tx, campaigns)).catch(refusePledgedDay) };
  }

  private async keepChanged(tx: Tx, campaigns: CampaignContent[]): Promise<string[]> {
    await this.content.lock(tx);
    const known = await this.content.hashes(tx);
    const differing = campaigns
      .map((campaign) => ({ ...campaign, contentHash: contentHash(campaign) }))
      .filter((campaign) => known.get(campaign.slug) !== campaign.contentHash);
    const changed = await this.notOwnedByStudio(tx, differing);
    if (changed.length === 0) return [];
    await this.refuseMissingCourses(tx, changed);
    const slugs = changed.map((campaign) => campaign.slug);
    await this.content.keep(tx, changed);
    await this.content.keepDrafts(tx, slugs, t('From a file'));
    return slugs;
  }

  private async notOwnedByStudio<C extends CampaignContent>(tx: Tx, campaigns: C[]): Promise<C[]> {
    const owned = await this.content.ownedByStudio(tx);
    const kept = campaigns.filter((campaign) => owned.has(campaign.slug));
    if (kept.length > 0) {
      const slugs = kept.map((campaign) => campaign.slug);
      this.log.info({ slugs }, 'These weeks were changed in the studio; their files are left alone');
    }
    return campaigns.filter((campaign) => !owned.has(campaign.slug));
  }

  private async refuseMissingCourses(tx: Tx, campaigns: CampaignContent[]): Promise<void> {
    const wanted = campaigns.flatMap(({ slug, days }) => days.map((day) => ({ slug, course: day.course })));
    const published = await this.content.publishedCourses(
      tx,
      wanted.map((day) => day.course),
    );
    const missing = wanted.filter((day) => !published.has(day.course));
    if (missing.length === 0) return;
    throw new ContentRefused(
      missing.map(
        ({ slug, course }) => `${slug}: There is no published course “${course}”; publish it or correct the name.`,
      ),
    );
  }
}

function refusePledgedDay(error: unknown): never {
  if (!isViolation(error, 'pledge_theme_day_id_fkey')) throw error;
  throw new ContentRefused([
    'A day with pledges was taken out of its week; put it back, since promises were made on it.',
  ]);
}

/** In the order of names; a missing folder reads as empty. */
async function campaignFiles(directory: string): Promise<ContentFile[]> {
  const found = await readdir(join(directory, 'campaigns')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const names = found.filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(
    names.map(async (name) => ({
      name: `content/campaigns/${name}`,
      text: await readFile(join(directory, 'campaigns', name), 'utf8'),
    })),
  );
}
