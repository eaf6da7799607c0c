import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../platform/actor.js';
import { Clock } from '../../platform/clock.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { clashes } from '../../platform/three-way.js';
import type { CampaignDraft } from './campaign-draft.js';
import { CampaignDraftsQueries } from './campaign-drafts.queries.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { type DraftCampaign, partsOf } from './draft.js';
import { frozenChanges } from './frozen.js';
import { PublishingQueries } from './publishing.queries.js';

/** One step of writing: which draft, as which page showed it, and what to do to it. */
export interface Edit {
  draftId: number;
  revision: number;
  /** What the step does, for the history. */
  words: string;
  change(content: DraftCampaign): DraftCampaign;
}

/** Themed weeks while they are written: every step is kept, and two authors never overwrite each other unseen. */
@Injectable()
export class CampaignDraftsService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly drafts: CampaignDraftsQueries,
    private readonly publishing: PublishingQueries,
  ) {}

  /** @throws NotFound when there is no such draft */
  async open(id: number): Promise<CampaignDraft> {
    const draft = await this.drafts.one(id);
    if (draft === null) throw new NotFound();
    return draft;
  }

  /**
   * Changes a draft. What somebody else changed elsewhere in it meanwhile stays.
   * @throws ChangedMeanwhile when both changed the same part
   * @throws RuleBroken when the week has begun and more than its words would change
   */
  async change(actor: Actor, edit: Edit): Promise<void> {
    await this.db.write(async (tx) => {
      const draft = await this.locked(tx, edit.draftId);
      const content = edit.change(draft.content);
      await this.refuseClash(tx, draft, edit);
      await this.refuseFrozen(tx, draft, content);
      await this.append(tx, actor, draft, content, edit.words);
    });
  }

  /** Puts back what was there before the newest change. Doing it again brings the change back. */
  async undo(actor: Actor, draftId: number, revision: number): Promise<void> {
    await this.db.write(async (tx) => {
      const draft = await this.locked(tx, draftId);
      if (draft.revision !== revision) throw new ChangedMeanwhile(draft);
      const before = await this.drafts.contentAt(tx, draftId, revision - 1);
      if (before === null) throw new RuleBroken(t('There is nothing to undo.'));
      await this.refuseFrozen(tx, draft, before);
      await this.append(tx, actor, draft, before, t('Undid: {words}', { words: draft.words }));
    });
  }

  /** Back to what everybody sees. */
  async restore(actor: Actor, draftId: number, revision: number): Promise<void> {
    await this.db.write(async (tx) => {
      const draft = await this.locked(tx, draftId);
      if (draft.revision !== revision) throw new ChangedMeanwhile(draft);
      const live = draft.publishedRevision && (await this.drafts.contentAt(tx, draftId, draft.publishedRevision));
      if (!live) throw new RuleBroken(t('This week has not been published yet.'));
      await this.append(tx, actor, draft, live, t('Back to what is published'));
    });
  }

  /** @throws RuleBroken when people see the week */
  async remove(actor: Actor, draftId: number): Promise<void> {
    await this.db.write(async (tx) => {
      const draft = await this.locked(tx, draftId);
      if (draft.campaignId !== null) throw new RuleBroken(t('Take the week back first: people see it.'));
      await this.drafts.markDeleted(tx, draftId);
      await tx.audit({
        actorId: actor.personId,
        action: 'campaigns.draftDeleted',
        subjectKind: 'campaignDraft',
        subjectId: draftId,
      });
    });
  }

  /** The draft, held until the transaction ends. */
  async locked(tx: Tx, id: number): Promise<CampaignDraft> {
    await this.drafts.lock(tx, id);
    const draft = await this.drafts.one(id, tx);
    if (draft === null) throw new NotFound();
    return draft;
  }

  private async refuseClash(tx: Tx, draft: CampaignDraft, { revision, change }: Edit): Promise<void> {
    if (revision === draft.revision) return;
    const base = await this.drafts.contentAt(tx, draft.id, revision);
    if (base === null) throw new ChangedMeanwhile(draft);
    const both = clashes(partsOf(base), partsOf(change(base)), partsOf(draft.content));
    if (both.length > 0) throw new ChangedMeanwhile(draft);
  }

  private async refuseFrozen(tx: Tx, { campaignId, content }: CampaignDraft, after: DraftCampaign): Promise<void> {
    const live = campaignId === null ? null : await this.publishing.live(campaignId, tx);
    if (live === null) return;
    const today = this.clock.today();
    const already = frozenChanges(live, content, today);
    const refused = frozenChanges(live, after, today).find((sentence) => !already.includes(sentence));
    if (refused !== undefined) throw new RuleBroken(refused);
  }

  private async append(tx: Tx, actor: Actor, draft: CampaignDraft, content: DraftCampaign, words: string) {
    if (isDeepStrictEqual(content, draft.content)) return;
    const revision = draft.revision + 1;
    await this.drafts.append(tx, { draftId: draft.id, revision, words, content, changedBy: actor.personId });
  }
}
