import type { ContentFile } from '../../platform/content-file.js';
import { repeated } from '../../platform/content-reader.js';
import { t } from '../../platform/language/t.js';
import { type CourseContent, type LessonContent, readCourseFile } from './content.js';

/** Everything that was written, or everything that has to be put right: never a part of it. */
export interface ContentSet {
  courses: CourseContent[];
  /** Sentences with file and line. */
  problems: string[];
}

/**
 * @param files the course files
 * @param images the names of the pictures that exist
 */
export function readContentSet(files: readonly ContentFile[], images: ReadonlySet<string>): ContentSet {
  const read = files.map((file) => ({ name: file.name, ...readCourseFile(file) }));
  const courses = read.flatMap(({ value: course }) => (course === null ? [] : [course]));
  const missing = read.flatMap(({ name, value: course }) =>
    (course === null ? [] : imagesOf(course))
      .filter((image) => !images.has(image))
      .map((image) =>
        t('{name}: There is no picture “{image}” in content/images; add it or correct the name.', { name, image }),
      ),
  );
  const keys = courses.flatMap((course) => course.quiz?.questions.map((question) => question.key) ?? []);
  const twice = repeated(keys).map((key) =>
    t('Two questions have the key “{key}”; a key names one question in all courses, so change one of them.', { key }),
  );
  return { courses, problems: [...read.flatMap(({ problems }) => problems), ...missing, ...twice] };
}

/** The pictures that a course or a draft shows, each once. */
export function imagesOf(course: { lessons: readonly Pick<LessonContent, 'blocks'>[] }): string[] {
  const blocks = course.lessons.flatMap((lesson) => lesson.blocks);
  return [...new Set(blocks.flatMap((block) => (block.kind === 'image' && block.src !== '' ? [block.src] : [])))];
}
