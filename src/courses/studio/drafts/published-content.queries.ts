import { Injectable } from '@nestjs/common';
import { QuizzesQueries } from '../../../assessment/quizzes/quizzes.queries.js';
import { Database } from '../../../platform/database/database.js';
import type { CourseContent } from '../../content/content.js';

export interface PublishedContent {
  courseId: number;
  versionId: number;
  content: CourseContent;
}

/** Published courses read back as their authors wrote them: the start of a next version or a copy, and of an export. */
@Injectable()
export class PublishedContentQueries {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizzesQueries,
  ) {}

  /** The version that is live; null when there is no such course or it is retired. */
  bySlug(slug: string): Promise<PublishedContent | null> {
    return this.read(`c.slug = $1 and v.state = 'published'`, [slug]);
  }

  /** Any version that was published; null when there is no such one. */
  version(slug: string, number: number): Promise<PublishedContent | null> {
    return this.read('c.slug = $1 and v.number = $2 and v.published_at is not null', [slug, number]);
  }

  private async read(which: string, params: unknown[]): Promise<PublishedContent | null> {
    const row = await this.db.one<VersionRow>(`${CONTENT} where ${which}`, params);
    if (row === null) return null;
    const { courseId, versionId, quizVersionId, content } = row;
    const quiz = quizVersionId === null ? null : await this.quizzes.content(quizVersionId);
    return { courseId, versionId, content: { ...content, quiz } };
  }
}

const CONTENT = `
  select c.id "courseId", v.id "versionId", v.quiz_version_id "quizVersionId",
         jsonb_build_object('slug', c.slug, 'kind', c.kind, 'title', v.title, 'summary', v.summary,
           'primaryDriver', v.primary_driver, 'drivers', v.drivers, 'minutes', v.minutes, 'language', v.language,
           'completionRule', v.completion_rule, 'validityMonths', v.validity_months,
           'lessons', (select coalesce(jsonb_agg(jsonb_build_object('title', l.title, 'minutes', l.minutes,
                                                   'blocks', l.blocks) order by l.position), '[]')
                         from lesson l where l.course_version_id = v.id)) "content"
    from course c join course_version v on v.course_id = c.id`;

interface VersionRow {
  courseId: number;
  versionId: number;
  quizVersionId: number | null;
  content: Omit<CourseContent, 'quiz'>;
}
