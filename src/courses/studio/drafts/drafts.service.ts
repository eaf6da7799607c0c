import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../platform/actor.js';
import { Clock } from '../../../platform/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { isViolation } from '../../../platform/database/violation.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { msg, t } from '../../../platform/language/t.js';
import { can } from '../../../platform/permissions.js';
import { studioPermissions } from '../studio.policy.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import type { Draft, DraftCard, DraftChange } from './draft.js';
import type { DraftContent } from './draft-content.js';
import { DraftsQueries } from './drafts.queries.js';
import { lastStep } from './history.js';
import { isRepeated, mergeChange } from './merge.js';
import { inWords } from './words.js';

type Change = (content: DraftContent) => DraftContent;

const HISTORY = 200;

/** Reading and changing drafts. No two authors ever overwrite each other, and every change can be taken back. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsQueries,
    private readonly clock: Clock,
  ) {}

  /** Open drafts, the newest change first. */
  list(): Promise<DraftCard[]> {
    return this.drafts.open();
  }

  /** Thrown away lately, the newest first: they can be brought back. */
  deleted(): Promise<DraftCard[]> {
    return this.drafts.lately(this.clock.now());
  }

  /** @throws NotFound for a draft that is published, deleted or not there, and for people outside the CX team */
  async open(draftId: number, actor: Actor): Promise<Draft> {
    const draft = can(actor, studioPermissions.read) ? await this.drafts.one(draftId) : null;
    return opened(draft);
  }

  /** The newest changes first. */
  history(draftId: number): Promise<DraftChange[]> {
    return this.drafts.changes(draftId, HISTORY);
  }

  /**
   * Changes a draft. `change` is made on what the draft holds now; when that is newer than `revision`, only if nobody
   * touched the same part since. The same form sent again changes nothing.
   * @param revision what the author's page showed
   * @param change pure; may throw RuleBroken. It names what it changes by key, never by place.
   * @param words what was done, for the history: a message, or one with values (`inWords`)
   * @throws ChangedMeanwhile (a RuleBroken) with the draft as it stands now
   */
  async change(actor: Actor, draftId: number, revision: number, change: Change, words: string): Promise<Draft> {
    return this.db.write(async (tx) => {
      const draft = opened(await this.drafts.hold(tx, draftId));
      const content = await this.changed(tx, actor, draft, revision, change);
      if (isDeepStrictEqual(content, draft.content)) return draft;
      const stored = { baseRevision: revision, undoes: null, words, changedBy: actor.personId };
      await freeSlug(this.drafts.store(tx, draft, content, stored));
      return opened(await this.drafts.hold(tx, draftId));
    });
  }

  /**
   * Takes the last change back, or everything from one change on.
   * @param from a revision of the history; the last step that is not undone when absent
   * @throws ChangedMeanwhile when the draft is newer than `revision`
   */
  async undo(actor: Actor, draftId: number, revision: number, from: number | null = null): Promise<Draft> {
    return this.db.write(async (tx) => {
      const draft = opened(await this.drafts.hold(tx, draftId));
      if (draft.revision !== revision) throw new ChangedMeanwhile(draft);
      const changes = await this.drafts.changesIn(tx, draftId, HISTORY);
      const step = from === null ? lastStep(changes) : changes.find((change) => change.revision === from);
      const undoes = step && 'from' in step ? step.from : step?.revision;
      const earlier = undoes === undefined ? null : await this.drafts.before(tx, draftId, undoes - 1);
      if (undoes === undefined || step == null || earlier === null)
        throw new RuleBroken(t('There is nothing to undo.'));
      const words = inWords(msg('Undid: {words}'), { words: step.words });
      const stored = { baseRevision: revision, undoes, words, changedBy: actor.personId };
      await freeSlug(this.drafts.store(tx, draft, earlier.content, stored));
      return opened(await this.drafts.hold(tx, draftId));
    });
  }

  /** Closes a draft whose content was published as a version of `courseId`, in the transaction that did so. */
  async published(tx: Tx, draftId: number, courseId: number): Promise<void> {
    await this.drafts.setState(tx, draftId, 'published', courseId);
  }

  private async changed(tx: Tx, actor: Actor, draft: Draft, revision: number, change: Change): Promise<DraftContent> {
    if (draft.revision === revision) return change(draft.content);
    const base = await this.drafts.before(tx, draft.id, revision);
    if (base === null) throw new ChangedMeanwhile(draft);
    if (base.changedBy === actor.personId) {
      const next = (await this.drafts.before(tx, draft.id, revision + 1))?.content ?? draft.content;
      if (isRepeated(base.content, next, change)) return draft.content;
    }
    const merged = mergeChange({ base: base.content, now: draft.content, change });
    if (merged.clash) throw new ChangedMeanwhile(draft);
    return merged.content;
  }
}

function opened(draft: Draft | null): Draft {
  if (draft?.state === 'open') return draft;
  throw new NotFound(t('This draft isn’t here. It may have been published or deleted; the studio lists what is open.'));
}

/** @throws RuleBroken when the address belongs to another course */
export async function freeSlug<T>(stored: Promise<T>): Promise<T> {
  try {
    return await stored;
  } catch (error) {
    if (!isViolation(error, 'course_draft_open_slug')) throw error;
    throw new RuleBroken(t('Another course or draft has this address. Choose a different one.'), 'slug');
  }
}
