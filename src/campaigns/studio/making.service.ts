import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { IsoDate } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { firstFree } from '../../platform/slug.js';
import type { CampaignContent } from '../campaign-content.js';
import type { Week } from '../opening.js';
import { CampaignDraftsQueries } from './campaign-drafts.queries.js';
import { CampaignDraftsService } from './campaign-drafts.service.js';
import { datesOf, emptyDay } from './days.js';
import { draftOf, type DraftCampaign } from './draft.js';
import { LOVE_WEEK, loveWeek } from './love-week.js';
import { isoYearOf, shifted, shiftTo } from './shifted-week.js';
import { slugFor } from './slug-for.js';

/** How a new week begins; `formToken` makes a form that is sent twice one week. */
export type Beginning = { formToken: string } & (
  | { from: 'template'; year: number }
  | { from: 'copy'; draftId: number; year: number }
  | { from: 'empty'; title: string; startsOn: IsoDate; endsOn: IsoDate }
  | { from: 'file'; content: CampaignContent }
);

/** Begins a week: from the template, from another week, from a file or from nothing. */
@Injectable()
export class MakingService {
  constructor(
    private readonly db: Database,
    private readonly queries: CampaignDraftsQueries,
    private readonly drafts: CampaignDraftsService,
  ) {}

  /** @returns the new draft's id */
  async make(actor: Actor, beginning: Beginning): Promise<number> {
    const taken = await this.queries.slugs();
    const { content, words } = await this.begun(beginning, taken);
    const { formToken } = beginning;
    return this.db.write((tx) => this.queries.make(tx, { formToken, madeBy: actor.personId, words, content }));
  }

  private async begun(
    beginning: Beginning,
    taken: ReadonlySet<string>,
  ): Promise<{ content: DraftCampaign; words: string }> {
    const slug = (title: string, year: number) => firstFree(slugFor(title, year), taken);
    switch (beginning.from) {
      case 'template': {
        const { year } = beginning;
        return { content: loveWeek(year, slug(LOVE_WEEK, year)), words: t('From the template') };
      }
      case 'copy': {
        const { content } = await this.drafts.open(beginning.draftId);
        const copy = copied(content, beginning.year);
        const words = t('Copied from {title} {year}', { title: content.title, year: content.startsOn.slice(0, 4) });
        return { content: { ...copy, slug: slug(copy.title, isoYearOf(copy.startsOn)) }, words };
      }
      case 'empty': {
        const { title, startsOn } = beginning;
        return { content: emptyWeek(slug(title, isoYearOf(startsOn)), beginning), words: t('Begun empty') };
      }
      case 'file':
        return { content: draftOf(beginning.content), words: t('From a file') };
    }
  }
}

/** @throws RuleBroken when the copy would lie on its original */
function copied(content: DraftCampaign, year: number): DraftCampaign {
  const days = shiftTo(year, content);
  if (days === 0) throw new RuleBroken(t('That is the year of the week itself. Choose another one.'), 'year');
  return shifted(content, days);
}

/** Every date of it waits for its theme. */
function emptyWeek(slug: string, { title, startsOn, endsOn }: Week & { title: string }): DraftCampaign {
  const days = datesOf({ startsOn, endsOn }).map((date, at) => emptyDay(`day-${at + 1}`, date));
  return { slug, title, story: '', look: 'love', startsOn, endsOn, audience: null, days };
}
