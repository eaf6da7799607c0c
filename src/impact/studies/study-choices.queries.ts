import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import type { StudyChoices } from './study-draft.js';

/** What can be asked about. Studies are of the whole network, and so is whoever registers one. */
@Injectable()
export class StudyChoicesQueries {
  constructor(private readonly db: Database) {}

  async all(): Promise<StudyChoices> {
    const [courses, campaigns, regions] = await Promise.all([this.courses(), this.campaigns(), this.regions()]);
    return { courses, campaigns, regions };
  }

  /** The day of the first completion of any of these; null where there is none. */
  async firstCompletedOn(courseIds: readonly number[], now: Date): Promise<IsoDate | null> {
    const row = await this.db.one<{ at: Date | null }>(
      'select min(completed_at) as at from completion where course_id = any ($1) and completed_at <= $2',
      [courseIds, now],
    );
    return row?.at ? londonDate(row.at) : null;
  }

  regions(): Promise<StudyChoices['regions']> {
    return this.db.query('select id, code, name from region order by name, code');
  }

  private courses(): Promise<StudyChoices['courses']> {
    return this.db.query(
      `select c.id, c.slug, v.title
         from course c join course_version v on v.course_id = c.id and v.state = 'published'
        where c.kind = 'course' order by v.title, c.id`,
    );
  }

  private campaigns(): Promise<StudyChoices['campaigns']> {
    return this.db.query(
      `select c.id, c.slug, c.title || ' ' || extract(year from c.starts_on) as title,
              array_agg(distinct d.course_id order by d.course_id) as "courseIds"
         from campaign c join theme_day d on d.campaign_id = c.id
        group by c.id order by c.starts_on desc, c.id`,
    );
  }
}
