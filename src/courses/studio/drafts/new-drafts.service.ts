import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { type DraftContent, draftOf } from './draft-content.js';
import { DraftsQueries, type NewDraft } from './drafts.queries.js';
import { freeSlug } from './drafts.service.js';
import { ChangedMeanwhile } from './changed-meanwhile.js';
import { copyOf, emptyCourse, type NewCourse, themeDayCourse } from './new-content.js';
import { PublishedContentQueries } from './published-content.queries.js';

/** What a new course is made from: nothing, the template of a theme day, or a published course by its slug. */
export type StartFrom = { nothing: true } | { themeDay: true } | { copyOf: string };

type Start = Omit<NewDraft, 'madeBy'>;

/** How drafts come and go. Each returns the draft's id. */
@Injectable()
export class NewDrafts {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsQueries,
    private readonly publishedContent: PublishedContentQueries,
  ) {}

  /**
   * Starts a course that was never published.
   * @param formToken the same token makes one draft however often it is sent
   */
  async create(actor: Actor, course: NewCourse, from: StartFrom, formToken: string): Promise<number> {
    const content = await this.startOf(course, from);
    return this.db.write((tx) => this.add(tx, actor, { courseId: null, basedOn: null, content, formToken }));
  }

  /** Keeps content that was written elsewhere, such as an import, as the draft of a new course or a next version. */
  async keep(actor: Actor, start: Start): Promise<number> {
    return this.db.write((tx) => this.add(tx, actor, start));
  }

  /** The draft of a published course's next version: a new one, or the one that is open. */
  async nextVersion(actor: Actor, slug: string): Promise<number> {
    const published = await this.publishedOf(slug);
    return this.db.write(async (tx) => {
      await this.drafts.lockCourse(tx, published.courseId);
      const open = await this.drafts.openFor(tx, published.courseId);
      if (open !== null) return open;
      const { courseId, versionId, content } = published;
      return this.add(tx, actor, { courseId, basedOn: versionId, content: draftOf(content), formToken: null });
    });
  }

  /** Takes a draft off the desk. Nothing is lost: `restore` brings it back. */
  async discard(actor: Actor, draftId: number, revision: number): Promise<void> {
    await this.db.write(async (tx) => {
      const draft = await this.drafts.hold(tx, draftId);
      if (draft === null || draft.state === 'published') throw new NotFound();
      if (draft.state === 'deleted') return;
      if (draft.revision !== revision) throw new ChangedMeanwhile(draft);
      await this.drafts.setState(tx, draftId, 'deleted', draft.courseId);
      await tx.audit(entry(actor, 'studio.deleteDraft', draftId));
    });
  }

  /** @throws RuleBroken when its address or its course has another draft by now */
  async restore(actor: Actor, draftId: number): Promise<void> {
    await this.db.write(async (tx) => {
      const draft = await this.drafts.hold(tx, draftId);
      if (draft === null || draft.state === 'published') throw new NotFound();
      if (draft.state === 'open') return;
      if (draft.courseId !== null && (await this.drafts.openFor(tx, draft.courseId)) !== null) {
        throw new RuleBroken(t('Somebody has started another draft of this course since. Go on with that one.'));
      }
      await freeSlug(this.drafts.setState(tx, draftId, 'open', draft.courseId));
      await tx.audit(entry(actor, 'studio.restoreDraft', draftId));
    });
  }

  private async startOf(course: NewCourse, from: StartFrom): Promise<DraftContent> {
    if ('nothing' in from) return emptyCourse(course);
    if ('themeDay' in from) return themeDayCourse(course);
    return copyOf(draftOf((await this.publishedOf(from.copyOf)).content), course);
  }

  private async publishedOf(slug: string) {
    const published = await this.publishedContent.bySlug(slug);
    if (published === null) throw new NotFound(t('There is no published course with this address.'));
    return published;
  }

  private async add(tx: Tx, actor: Actor, start: Start): Promise<number> {
    const madeBy = actor.personId;
    const made = await freeSlug(this.drafts.insert(tx, { ...start, madeBy }));
    if (made !== null) {
      await tx.audit(entry(actor, 'studio.startDraft', made));
      return made;
    }
    const before = start.formToken === null ? null : await this.drafts.madeWith(tx, start.formToken, madeBy);
    if (before === null)
      throw new RuleBroken(t('This page had been open too long. Open it again and start from there.'));
    return before;
  }
}

function entry(actor: Actor, action: string, subjectId: number) {
  return { actorId: actor.personId, action, subjectKind: 'courseDraft', subjectId };
}
