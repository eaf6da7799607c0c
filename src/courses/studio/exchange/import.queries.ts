import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';

/** What stands already under an address. */
export interface Standing {
  courseId: number | null;
  /** The newest version that was published. */
  versionId: number | null;
  openDraft: { id: number; revision: number } | null;
}

@Injectable()
export class ImportQueries {
  constructor(private readonly db: Database) {}

  async standing(slug: string): Promise<Standing> {
    const row = await this.db.one<Standing>(
      `select c.id "courseId",
              (select v.id from course_version v where v.course_id = c.id and v.published_at is not null
                order by v.number desc limit 1) "versionId",
              (select jsonb_build_object('id', d.id, 'revision', d.revision) from course_draft d
                where d.state = 'open' and (d.slug = s.slug or d.course_id = c.id) limit 1) "openDraft"
         from (select $1::text slug) s left join course c on c.slug = s.slug`,
      [slug],
    );
    return row!;
  }

  /** The addresses that are this one or begin with it and a hyphen. */
  async takenSlugs(stem: string): Promise<string[]> {
    const rows = await this.db.query<{ slug: string }>(
      `select slug from course where slug = $1 or starts_with(slug, $1 || '-')
       union select slug from course_draft where state = 'open' and (slug = $1 or starts_with(slug, $1 || '-'))`,
      [stem],
    );
    return rows.map((row) => row.slug);
  }
}
