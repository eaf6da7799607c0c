import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { PartWay } from '../part-way.js';
import type { CourseContent } from './content.js';
import { mediaTypeOf } from './published-images.js';

export interface VersionToPublish extends CourseContent {
  contentHash: string;
  quizVersionId: number | null;
}

/** Where versions were written, by whom they are published, and what they mean for people in older ones. */
export interface HowPublished {
  origin: 'file' | 'studio';
  /** Null for files. */
  publishedBy: number | null;
  partWay: PartWay;
}

const FROM_FILES: HowPublished = { origin: 'file', publishedBy: null, partWay: 'finish' };

/** The writing side of courses: versions and pictures. */
@Injectable()
export class ContentQueries {
  /** One process publishes at a time; the others then find nothing left to do. */
  async lockPublishing(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('courses.publish'))`);
  }

  /** The content hash of each course's published version, by slug. */
  async publishedHashes(tx: Tx): Promise<Map<string, string>> {
    const rows = await tx.query<{ slug: string; hash: string }>(
      `select c.slug, v.content_hash hash from course c join course_version v on v.course_id = c.id
        where v.state = 'published'`,
    );
    return new Map(rows.map((row) => [row.slug, row.hash]));
  }

  /** The slugs of courses whose newest version was written in the studio, or that are retired: files leave those alone. */
  async writtenInStudio(tx: Tx): Promise<Set<string>> {
    const rows = await tx.query<{ slug: string }>(
      `select c.slug from course c
         join lateral (select origin, state from course_version v where v.course_id = c.id and v.published_at is not null
                        order by v.number desc limit 1) newest on true
        where newest.origin = 'studio' or newest.state = 'retired'`,
    );
    return new Set(rows.map((row) => row.slug));
  }

  async keepImages(tx: Tx, images: { name: string; bytes: Buffer }[]): Promise<void> {
    await tx.query(
      `insert into course_image (name, media_type, bytes)
       select * from unnest($1::text[], $2::text[], $3::bytea[]) on conflict (name) do nothing`,
      [
        images.map((image) => image.name),
        images.map((image) => mediaTypeOf(image.name)),
        images.map((image) => image.bytes),
      ],
    );
  }

  /**
   * Publishes versions in three steps that no reader sees apart: as drafts with their lessons, then live, each in the
   * place of the version it replaces.
   * @returns the new version ids
   */
  async publish(tx: Tx, versions: VersionToPublish[], how = FROM_FILES): Promise<number[]> {
    const slugs = versions.map((version) => version.slug);
    await tx.query(
      `insert into course (slug, kind) select * from unnest($1::text[], $2::text[]) on conflict (slug) do update
          set kind = excluded.kind`,
      [slugs, versions.map((version) => version.kind)],
    );
    const drafts = await tx.query<{ id: number }>(DRAFTS, [
      JSON.stringify(versions.map(draftRow)),
      how.origin,
      how.publishedBy,
      how.partWay,
    ]);
    const ids = drafts.map((draft) => draft.id);
    await tx.query(LESSONS, [ids, JSON.stringify(versions.flatMap(lessonRows))]);
    await tx.query(
      `update course_version v set state = 'retired' from course c
        where c.id = v.course_id and c.slug = any ($1) and v.state = 'published'`,
      [slugs],
    );
    await tx.query(`update course_version set state = 'published', published_at = $2 where id = any ($1)`, [
      ids,
      tx.now,
    ]);
    return ids;
  }
}

const DRAFTS = `
  insert into course_version (course_id, number, state, title, summary, primary_driver, drivers, minutes, language,
         completion_rule, validity_months, quiz_version_id, content_hash, lesson_titles, origin, published_by, part_way)
  select c.id, 1 + coalesce((select max(number) from course_version v where v.course_id = c.id), 0), 'draft', d.title,
         d.summary, d.primary_driver, d.drivers, d.minutes, d.language, d.completion_rule, d.validity_months,
         d.quiz_version_id, d.content_hash, d.lesson_titles, $2, $3::int, $4
    from jsonb_to_recordset($1) as d (slug text, title text, summary text, primary_driver text, drivers text[],
         minutes int, language text, completion_rule text, validity_months int, quiz_version_id int, content_hash text,
         lesson_titles text)
    join course c on c.slug = d.slug
  returning id`;

const LESSONS = `
  insert into lesson (course_version_id, position, title, minutes, blocks)
  select v.id, l.position, l.title, l.minutes, l.blocks
    from jsonb_to_recordset($2) as l (slug text, position int, title text, minutes int, blocks jsonb)
    join course c on c.slug = l.slug
    join course_version v on v.course_id = c.id and v.id = any ($1)`;

function draftRow(version: VersionToPublish): object {
  return {
    slug: version.slug,
    title: version.title,
    summary: version.summary,
    primary_driver: version.primaryDriver,
    drivers: version.drivers,
    minutes: version.minutes,
    language: version.language,
    completion_rule: version.completionRule,
    validity_months: version.validityMonths,
    quiz_version_id: version.quizVersionId,
    content_hash: version.contentHash,
    lesson_titles: version.lessons.map((lesson) => lesson.title).join('. '),
  };
}

function lessonRows(version: VersionToPublish): object[] {
  return version.lessons.map((lesson, index) => ({ slug: version.slug, position: index + 1, ...lesson }));
}
