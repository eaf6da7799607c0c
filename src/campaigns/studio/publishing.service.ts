import { Injectable } from '@nestjs/common';
import { contentHash } from '../../courses/content-hash.js';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { CampaignContent } from '../campaign-content.js';
import { CampaignContentQueries } from '../campaign-content.queries.js';
import { campaignPublished, campaignTakenBack } from '../campaigns.events.js';
import type { CampaignDraft } from './campaign-draft.js';
import { CampaignDraftsService } from './campaign-drafts.service.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { contentOf } from './draft.js';
import { hasBegun } from './frozen.js';
import { PublishingQueries } from './publishing.queries.js';
import { ReadinessService } from './readiness.service.js';

/** Puts a week before its audience, and takes it back while it has not begun. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly drafts: CampaignDraftsService,
    private readonly readiness: ReadinessService,
    private readonly content: CampaignContentQueries,
    private readonly publishing: PublishingQueries,
  ) {}

  /**
   * Publishing what is published already changes nothing.
   * @throws RuleBroken while something blocks it; the page lists what
   */
  async publish(actor: Actor, draftId: number, revision: number): Promise<void> {
    const { blocks } = await this.readiness.of(await this.drafts.open(draftId));
    if (blocks.length > 0) throw new RuleBroken(t('The week can’t be published yet. See what is left to do.'));
    await this.db.write(async (tx) => {
      await this.content.lock(tx);
      const draft = await this.drafts.locked(tx, draftId);
      if (draft.revision !== revision) throw new ChangedMeanwhile(draft);
      if (draft.publishedRevision !== revision) await this.putBefore(tx, actor, draft);
    });
  }

  private async putBefore(tx: Tx, actor: Actor, draft: CampaignDraft): Promise<void> {
    // Readiness has asked for a driver on every day.
    const content = contentOf(draft.content) as CampaignContent;
    await this.content.keep(tx, [{ ...content, contentHash: contentHash(content) }]);
    const campaignId = await this.publishing.markPublished(tx, draft);
    const { id: draftId, revision } = draft;
    await tx.record(campaignPublished({ campaignId, draftId, revision }, actor.personId));
    await tx.audit({ ...by(actor, draftId), action: 'campaigns.published', detail: { revision } });
  }

  /** @throws RuleBroken once the week has begun */
  async takeBack(actor: Actor, draftId: number): Promise<void> {
    await this.db.write(async (tx) => {
      await this.content.lock(tx);
      const { campaignId } = await this.drafts.locked(tx, draftId);
      const live = campaignId === null ? null : await this.publishing.live(campaignId, tx);
      if (campaignId === null || live === null) return;
      if (hasBegun(live.content, this.clock.today())) {
        throw new RuleBroken(t('The week has begun, so it can’t be taken back.'));
      }
      await this.publishing.takeBack(tx, campaignId);
      await tx.record(campaignTakenBack({ draftId }, actor.personId));
      await tx.audit({ ...by(actor, draftId), action: 'campaigns.takenBack' });
    });
  }
}

function by(actor: Actor, draftId: number) {
  return { actorId: actor.personId, subjectKind: 'campaignDraft', subjectId: draftId };
}
