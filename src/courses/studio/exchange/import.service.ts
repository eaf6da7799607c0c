import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/actor.js';
import { msg, t } from '../../../platform/language/t.js';
import type { CourseContent } from '../../content/content.js';
import { imagesOf } from '../../content/content-set.js';
import { type DraftContent, draftOf } from '../drafts/draft-content.js';
import { DraftsService } from '../drafts/drafts.service.js';
import { copyOf } from '../drafts/new-content.js';
import { NewDrafts } from '../drafts/new-drafts.service.js';
import { VersionsQueries } from '../publishing/versions.queries.js';
import type { ImportForm } from './import.forms.js';
import { ImportQueries, type Standing } from './import.queries.js';
import { firstFree } from '../../../platform/slug.js';

interface Kept {
  draftId: number;
  /** Said on the draft's page. */
  flash: string;
}

/** Turns a course that was written elsewhere into a draft. Nothing is published by it. */
@Injectable()
export class CourseImport {
  constructor(
    private readonly imports: ImportQueries,
    private readonly drafts: DraftsService,
    private readonly newDrafts: NewDrafts,
    private readonly versions: VersionsQueries,
  ) {}

  /** Sent twice, it makes one draft. */
  async keep(actor: Actor, course: CourseContent, how: Pick<ImportForm, 'exists' | 'formToken'>): Promise<Kept> {
    const standing = await this.imports.standing(course.slug);
    const exists = standing.courseId !== null || standing.openDraft !== null;
    const draftId =
      exists && how.exists === 'goOn'
        ? await this.goOn(actor, course, standing, how.formToken)
        : await this.startNew(actor, course, exists, how.formToken);
    return { draftId, flash: await this.sayKept(course) };
  }

  private async goOn(actor: Actor, course: CourseContent, standing: Standing, formToken: string): Promise<number> {
    const { courseId, versionId, openDraft } = standing;
    const content = draftOf(course);
    if (openDraft === null) return this.newDrafts.keep(actor, { courseId, basedOn: versionId, content, formToken });
    const replaced = () => content;
    const words = msg('Replaced everything by an imported file');
    return (await this.drafts.change(actor, openDraft.id, openDraft.revision, replaced, words)).id;
  }

  private async startNew(actor: Actor, course: CourseContent, taken: boolean, formToken: string): Promise<number> {
    const slug = taken ? firstFree(course.slug, await this.imports.takenSlugs(course.slug)) : course.slug;
    const content = await this.withOwnQuestions({ ...draftOf(course), slug });
    return this.newDrafts.keep(actor, { courseId: null, basedOn: null, content, formToken });
  }

  /** A key names one question in all courses, so a copy gets keys of its own. */
  private async withOwnQuestions(content: DraftContent): Promise<DraftContent> {
    const keys = content.quiz?.questions.map((question) => question.key) ?? [];
    const foreign = await this.versions.foreignQuestions(content.slug, keys);
    return foreign.size === 0 ? content : copyOf(content, content);
  }

  private async sayKept(course: CourseContent): Promise<string> {
    const images = imagesOf(course);
    const kept = await this.versions.keptImages(images);
    const missing = images.filter((image) => !kept.has(image)).length;
    if (missing === 0) return t('Imported as a draft. Nothing is published yet.');
    return t(
      '{n, plural, one {Imported as a draft. # picture is not kept here: choose it in its lesson.} other {Imported as a draft. # pictures are not kept here: choose them in their lessons.}}',
      { n: missing },
    );
  }
}
