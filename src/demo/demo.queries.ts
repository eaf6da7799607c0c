import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import type { PlannedThemeDay } from './learning-plan.js';

@Injectable()
export class DemoQueries {
  constructor(private readonly db: Database) {}

  async holdsNetwork(): Promise<boolean> {
    return (await this.db.one('select 1 from region limit 1')) !== null;
  }

  /** The theme days of both weeks and the driver courses, as the content directory has them. */
  async lessonsToTake(tx: Tx): Promise<{ days: PlannedThemeDay[]; courses: string[] }> {
    const days = await tx.query<PlannedThemeDay>(
      `select d.held_on as "heldOn", course.slug from theme_day d join course on course.id = d.course_id order by d.held_on`,
    );
    const courses = await tx.query<{ slug: string }>(`select slug from course where kind = 'course' order by slug`);
    return { days, courses: courses.map(({ slug }) => slug) };
  }

  /** After a bulk load the planner must know how much there is. */
  async refreshStatistics(): Promise<void> {
    await this.db.query('analyze');
  }
}
