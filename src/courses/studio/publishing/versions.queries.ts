import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { PartWay } from '../../part-way.js';

/** A version that went live, as the studio lists it. */
export interface PublishedVersion {
  versionId: number;
  number: number;
  state: 'published' | 'retired';
  title: string;
  origin: 'file' | 'studio';
  partWay: PartWay;
  publishedAt: Date;
  /** Null for what came from files. */
  publishedBy: string | null;
}

export interface ShelfChange {
  kind: 'retired' | 'broughtBack';
  changedAt: Date;
  changedBy: string;
}

/** A course that nobody can start. */
export interface RetiredCourse {
  slug: string;
  title: string;
  language: 'en' | 'cy';
}

/** The version that a draft became. */
export interface Became {
  slug: string;
  number: number;
}

/** Versions as their authors see them, and what publishing writes beside them. */
@Injectable()
export class VersionsQueries {
  constructor(private readonly db: Database) {}

  /** The newest first; empty when there is no such course. */
  of(slug: string, now: Date): Promise<PublishedVersion[]> {
    return this.db.query<PublishedVersion>(
      `select v.id "versionId", v.number, v.state, v.title, v.origin, v.part_way "partWay", v.published_at "publishedAt",
              p.name "publishedBy"
         from course c join course_version v on v.course_id = c.id and v.published_at <= $2
         left join person p on p.id = v.published_by
        where c.slug = $1 order by v.number desc`,
      [slug, now],
    );
  }

  /** Courses without a live version, by title. */
  retired(): Promise<RetiredCourse[]> {
    return this.db.query<RetiredCourse>(
      `select c.slug, v.title, v.language
         from course c
         join lateral (select title, language, state from course_version v
                        where v.course_id = c.id and v.published_at is not null order by v.number desc limit 1) v on true
        where v.state = 'retired' order by v.title`,
    );
  }

  /** When a course was taken out of the catalogue and brought back, the latest first. */
  shelfChanges(slug: string, now: Date): Promise<ShelfChange[]> {
    return this.db.query<ShelfChange>(
      `select s.kind, s.changed_at "changedAt", p.name "changedBy"
         from course c join course_version v on v.course_id = c.id join course_shelf_change s on s.course_version_id = v.id
         join person p on p.id = s.changed_by
        where c.slug = $1 and s.changed_at <= $2 order by s.id desc`,
      [slug, now],
    );
  }

  /** Those of the pictures that are kept. */
  async keptImages(names: readonly string[], on: Pick<Tx, 'query'> = this.db): Promise<Set<string>> {
    const rows = await on.query<{ name: string }>('select name from course_image where name = any ($1)', [names]);
    return new Set(rows.map((row) => row.name));
  }

  /** Those of the keys under which a quiz other than this course's holds a question in any version. */
  async foreignQuestions(slug: string, keys: readonly string[], on: Pick<Tx, 'query'> = this.db): Promise<Set<string>> {
    const rows = await on.query<{ key: string }>(
      `select q.key from question q
        where q.key = any ($2)
          and exists (select from question_version n join quiz_slot s on s.question_version_id = n.id
                        join quiz_version v on v.id = s.quiz_version_id join quiz z on z.id = v.quiz_id
                       where n.question_id = q.id and z.key <> $1)`,
      [slug, keys],
    );
    return new Set(rows.map((row) => row.key));
  }

  /** What a draft was published as; null while it was not. */
  became(draftId: number, on: Pick<Tx, 'one'> = this.db): Promise<Became | null> {
    return on.one<Became>(
      `select c.slug, v.number from course_draft d join course_version v on v.id = d.course_version_id
         join course c on c.id = v.course_id
        where d.id = $1`,
      [draftId],
    );
  }

  /** Notes what a draft became. */
  async link(tx: Tx, draftId: number, versionId: number): Promise<void> {
    await tx.query('update course_draft set course_version_id = $2 where id = $1', [draftId, versionId]);
  }

  async identify(tx: Tx, versionId: number): Promise<Became & { courseId: number }> {
    const version = await tx.one<Became & { courseId: number }>(
      'select c.slug, v.number, c.id "courseId" from course_version v join course c on c.id = v.course_id where v.id = $1',
      [versionId],
    );
    return version!;
  }

  /** The newest version of a course, held until the transaction ends. */
  holdNewest(tx: Tx, slug: string): Promise<{ versionId: number; number: number; state: string } | null> {
    return tx.one(
      `select v.id "versionId", v.number, v.state from course c join course_version v on v.course_id = c.id
        where c.slug = $1 and v.published_at <= $2 order by v.number desc limit 1 for update of v`,
      [slug, tx.now],
    );
  }

  async shelve(tx: Tx, versionId: number, kind: ShelfChange['kind'], changedBy: number): Promise<void> {
    const state = kind === 'retired' ? 'retired' : 'published';
    await tx.query('update course_version set state = $2 where id = $1', [versionId, state]);
    await tx.query(
      'insert into course_shelf_change (course_version_id, kind, changed_by, changed_at) values ($1, $2, $3, $4)',
      [versionId, kind, changedBy, tx.now],
    );
  }
}
