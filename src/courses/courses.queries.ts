import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { type Driver, DRIVERS } from '../platform/drivers.js';
import { Lasting } from '../platform/lasting.js';
import type { Block } from './blocks/block.js';
import type { CourseCard, CourseVersion } from './course-version.js';

/** What a list of courses may be narrowed to; null leaves it as wide as it is. */
export interface CourseFilter {
  /** Among all drivers of the course, not only its first. */
  driver: Driver | null;
  /** As typed into the search box. */
  words: string | null;
}

const CARD = `c.id "courseId", v.id "versionId", c.slug, c.kind, v.title, v.summary, v.primary_driver driver, v.minutes,
  v.language`;

/** What is published, and what a version holds. Courses are open to all, so nothing here asks for reach. */
@Injectable()
export class CoursesQueries {
  private readonly versions = new Lasting<number, CourseVersion>(500);
  private readonly lessonBlocks = new Lasting<number, Block[]>(2_000);

  constructor(private readonly db: Database) {}

  /** Published courses by driver, then by title; with words, the best match first. */
  published(filter: CourseFilter = { driver: null, words: null }): Promise<CourseCard[]> {
    return this.db.query<CourseCard>(
      `select ${CARD} from course c join course_version v on v.course_id = c.id and v.state = 'published'
        where ($1::text is null or $1 = any (v.drivers))
          and ($2::text is null or v.search @@ websearch_to_tsquery('english', $2)
               or v.search @@ websearch_to_tsquery('simple', $2) or v.title ilike $3)
        order by ts_rank(v.search, websearch_to_tsquery('english', coalesce($2, ''))) desc,
                 array_position($4::text[], v.primary_driver), v.title`,
      [filter.driver, filter.words, filter.words && `%${filter.words.replace(/[\\%_]/g, '\\$&')}%`, DRIVERS],
    );
  }

  /** The id of a course and of its published version (null once retired); null when there is no such course. */
  bySlug(slug: string): Promise<{ courseId: number; publishedId: number | null } | null> {
    return this.db.one(
      `select c.id "courseId", v.id "publishedId"
         from course c left join course_version v on v.course_id = c.id and v.state = 'published'
        where c.slug = $1`,
      [slug],
    );
  }

  /** Course ids by slug; slugs that do not exist are left out. */
  async idsBySlug(slugs: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ slug: string; id: number }>(
      'select slug, id from course where slug = any ($1)',
      [slugs],
    );
    return new Map(rows.map((row) => [row.slug, row.id]));
  }

  /** Any version that ever went live, retired ones included. It never changes, so it is read once. */
  version(versionId: number): Promise<CourseVersion | null> {
    return this.versions.get(versionId, () => this.findVersion(versionId));
  }

  /** The blocks of a lesson of such a version. */
  async blocks(lessonId: number): Promise<Block[]> {
    return (await this.lessonBlocks.get(lessonId, () => this.findBlocks(lessonId))) ?? [];
  }

  private findVersion(versionId: number): Promise<CourseVersion | null> {
    return this.db.one<CourseVersion>(
      `select ${CARD}, v.number, v.drivers, v.completion_rule "completionRule", v.validity_months "validityMonths",
              v.quiz_version_id "quizVersionId",
              (select jsonb_agg(jsonb_build_object('id', l.id, 'position', l.position, 'title', l.title,
                                                   'minutes', l.minutes) order by l.position)
                 from lesson l where l.course_version_id = v.id) lessons
         from course_version v join course c on c.id = v.course_id
        where v.id = $1 and v.published_at is not null`,
      [versionId],
    );
  }

  private async findBlocks(lessonId: number): Promise<Block[] | null> {
    const row = await this.db.one<{ blocks: Block[] }>('select blocks from lesson where id = $1', [lessonId]);
    return row?.blocks ?? null;
  }

  image(name: string): Promise<{ mediaType: string; bytes: Buffer } | null> {
    return this.db.one('select media_type "mediaType", bytes from course_image where name = $1', [name]);
  }
}
