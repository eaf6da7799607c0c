import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';

@Injectable()
export class DemoQueries {
  constructor(private readonly db: Database) {}

  async holdsNetwork(): Promise<boolean> {
    return (await this.db.one('select 1 from region limit 1')) !== null;
  }

  async courseTitles(slugs: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.db.query<{ slug: string; title: string }>(
      `select course.slug, version.title from course
         join course_version version on version.course_id = course.id and version.state = 'published'
        where course.slug = any ($1)`,
      [slugs],
    );
    return new Map(rows.map(({ slug, title }) => [slug, title]));
  }

  /** After a bulk load the planner must know how much there is. */
  async refreshStatistics(): Promise<void> {
    await this.db.query('analyze');
  }
}
