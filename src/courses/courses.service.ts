import { Injectable } from '@nestjs/common';
import { QuizPublisher } from '../assessment/quizzes/quiz-publisher.service.js';
import { Database } from '../platform/database/database.js';
import type { Tx } from '../platform/database/tx.js';
import type { CourseContent } from './content/content.js';
import { ContentFiles, type ImageFile } from './content/content-files.service.js';
import { contentHash } from './content-hash.js';
import { ContentRefused } from './content-refused.js';
import { readContentSet } from './content/content-set.js';
import { ContentQueries, type VersionToPublish } from './content/content.queries.js';
import { coursesPublished } from './courses.events.js';
import { imageName, withLastingImages } from './content/published-images.js';

/** What loading a content directory came to: slugs. */
interface Loaded {
  published: string[];
  leftAlone: string[];
}

/** Publishing: from files on disk to versions that never change. */
@Injectable()
export class CoursesService {
  constructor(
    private readonly db: Database,
    private readonly files: ContentFiles,
    private readonly content: ContentQueries,
    private readonly quizzes: QuizPublisher,
  ) {}

  /**
   * Publishes what a content directory holds and the database does not: `courses/*.yaml` with the pictures of `images/`.
   * The same content changes nothing; changed content becomes the next version, and learners who are part-way keep
   * theirs. A course whose file is gone stays as it is, and so does one that was written on or
   * retired in the studio since.
   * @returns the slugs that got a new version, and those that files may not change any more
   * @throws ContentRefused with a line per problem; nothing is published then
   */
  async loadContent(directory: string): Promise<Loaded> {
    const [files, images] = await Promise.all([this.files.courses(directory), this.files.images(directory)]);
    const { courses, problems } = readContentSet(files, new Set(images.map((image) => image.name)));
    if (problems.length > 0) throw new ContentRefused(problems);
    return this.db.write(async (tx) => {
      await this.content.lockPublishing(tx);
      const names = await this.keepImages(tx, images);
      const lasting = courses.map((course) => withLastingImages(course, names));
      const own = await this.content.writtenInStudio(tx);
      const published = await this.publishChanged(
        tx,
        lasting.filter((course) => !own.has(course.slug)),
      );
      return { published, leftAlone: lasting.map((course) => course.slug).filter((slug) => own.has(slug)) };
    });
  }

  private async keepImages(tx: Tx, images: ImageFile[]): Promise<Map<string, string>> {
    const names = new Map(images.map((image) => [image.name, imageName(image.name, image.bytes)]));
    await this.content.keepImages(
      tx,
      images.map((image) => ({ name: names.get(image.name)!, bytes: image.bytes })),
    );
    return names;
  }

  private async publishChanged(tx: Tx, courses: CourseContent[]): Promise<string[]> {
    const published = await this.content.publishedHashes(tx);
    const changed: VersionToPublish[] = [];
    for (const course of courses) {
      const hash = contentHash(course);
      if (published.get(course.slug) === hash) continue;
      const quizVersionId = course.quiz && (await this.quizzes.publish(tx, course.slug, course.quiz));
      changed.push({ ...course, contentHash: hash, quizVersionId });
    }
    if (changed.length === 0) return [];
    const courseVersionIds = await this.content.publish(tx, changed);
    await tx.record(coursesPublished({ courseVersionIds }, null));
    return changed.map((course) => course.slug);
  }
}
