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

  /** Ids of studies by the tokens with which they were registered. */
  async studyIds(tokens: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.db.query<{ id: number; token: string }>(
      'select id, form_token as token from study where form_token = any ($1)',
      [tokens],
    );
    return new Map(rows.map(({ id, token }) => [token, id]));
  }

  /** After a bulk load the planner must know how much there is. */
  async refreshStatistics(): Promise<void> {
    await this.db.query('analyze');
  }
}
