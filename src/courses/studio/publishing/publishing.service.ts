import { Injectable } from '@nestjs/common';
import { QuizPublisher } from '../../../assessment/quizzes/quiz-publisher.service.js';
import type { Actor } from '../../../platform/actor.js';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import { NotFound, RuleBroken } from '../../../platform/errors.js';
import { t } from '../../../platform/language/t.js';
import { type CourseContent, readCourseContent } from '../../content/content.js';
import { imagesOf } from '../../content/content-set.js';
import { ContentQueries } from '../../content/content.queries.js';
import { contentHash } from '../../content-hash.js';
import { coursesPublished } from '../../courses.events.js';
import type { PartWay } from '../../part-way.js';
import { ChangedMeanwhile } from '../drafts/changed-meanwhile.js';
import type { Draft } from '../drafts/draft.js';
import type { DraftContent } from '../drafts/draft-content.js';
import { DraftsQueries } from '../drafts/drafts.queries.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { writtenCourse } from '../drafts/written-course.js';
import { type Around, blockersOf } from './blockers.js';
import { type Became, VersionsQueries } from './versions.queries.js';

/** From a draft to a version that never changes. */
@Injectable()
export class PublishingService {
  constructor(
    private readonly db: Database,
    private readonly drafts: DraftsService,
    private readonly rows: DraftsQueries,
    private readonly versions: VersionsQueries,
    private readonly content: ContentQueries,
    private readonly quizzes: QuizPublisher,
  ) {}

  /** What a draft is held against besides itself. */
  async around(draft: DraftContent, on?: Tx): Promise<Around> {
    const keys = draft.quiz?.questions.map((question) => question.key) ?? [];
    const [images, foreignQuestions] = [
      await this.versions.keptImages(imagesOf(draft), on),
      await this.versions.foreignQuestions(draft.slug, keys, on),
    ];
    return { images, foreignQuestions };
  }

  /**
   * Publishes a draft as the next version of its course, all of it or nothing. The same draft again, by a double click,
   * a second tab or a second author, gives the version that it became.
   * @param revision what the author's page showed
   * @param partWay what the version means for people who are in an older one
   * @throws ChangedMeanwhile when somebody changed the draft since; RuleBroken while something blocks it; NotFound
   */
  async publish(actor: Actor, draftId: number, revision: number, partWay: PartWay): Promise<Became> {
    return this.db.write(async (tx) => {
      await this.content.lockPublishing(tx);
      const draft = await this.rows.hold(tx, draftId);
      const became = await this.versions.became(draftId, tx);
      if (became !== null) return became;
      if (draft?.state !== 'open') throw new NotFound(t('This draft isn’t here. The studio lists what is open.'));
      if (draft.revision !== revision) throw new ChangedMeanwhile(draft);
      const course = await this.readyCourse(tx, draft);
      return this.goLive(tx, actor, draft, course, partWay);
    });
  }

  private async readyCourse(tx: Tx, draft: Draft): Promise<CourseContent> {
    const blockers = blockersOf(draft.content, await this.around(draft.content, tx));
    const course = readCourseContent(writtenCourse(draft.content)).value;
    if (blockers.length > 0 || course === null)
      throw new RuleBroken(t('This can’t be published yet. What is missing is listed below.'));
    if ((await this.content.publishedHashes(tx)).get(course.slug) === contentHash(course))
      throw new RuleBroken(t('Nothing is different from the version that is live.'));
    return course;
  }

  private async goLive(tx: Tx, actor: Actor, draft: Draft, course: CourseContent, partWay: PartWay): Promise<Became> {
    const quizVersionId = course.quiz && (await this.quizzes.publish(tx, course.slug, course.quiz));
    const version = { ...course, contentHash: contentHash(course), quizVersionId };
    const how = { origin: 'studio', publishedBy: actor.personId, partWay } as const;
    const [versionId] = (await this.content.publish(tx, [version], how)) as [number];
    const { courseId, slug, number } = await this.versions.identify(tx, versionId);
    await this.drafts.published(tx, draft.id, courseId);
    await this.versions.link(tx, draft.id, versionId);
    await tx.record(coursesPublished({ courseVersionIds: [versionId] }, actor.personId));
    await tx.audit({
      actorId: actor.personId,
      action: 'studio.publish',
      subjectKind: 'courseVersion',
      subjectId: versionId,
      detail: { draftId: draft.id, number, partWay },
    });
    return { slug, number };
  }
}
