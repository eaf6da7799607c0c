import { type QuizContent, readQuiz } from '../../assessment/quizzes/quiz-content.js';
import { type ContentFile, fileStem, readYamlFile } from '../../platform/content-file.js';
import { type ContentRead, type ContentReader, readContent, repeated } from '../../platform/content-reader.js';
import { type Driver, DRIVERS } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import type { Block } from '../blocks/block.js';
import { readBlock } from '../blocks/kinds.js';

export const COURSE_KINDS = ['course', 'themeDay'] as const;
export const COMPLETION_RULES = ['lessonsRead', 'quizPassed', 'both'] as const;

export type CourseKind = (typeof COURSE_KINDS)[number];
/** What a learner must have done: read every lesson, pass the quiz, or both. */
export type CompletionRule = (typeof COMPLETION_RULES)[number];

/** One course version as its author wrote it. */
export interface CourseContent {
  slug: string;
  kind: CourseKind;
  title: string;
  summary: string;
  primaryDriver: Driver;
  drivers: Driver[];
  minutes: number;
  language: 'en' | 'cy';
  completionRule: CompletionRule;
  /** How long a completion counts; null for good. */
  validityMonths: number | null;
  lessons: LessonContent[];
  quiz: QuizContent | null;
}

export interface LessonContent {
  title: string;
  minutes: number;
  blocks: Block[];
}

/** @returns the course, or null with sentences that name the file and the line */
export function readCourseFile(file: ContentFile): { value: CourseContent | null; problems: string[] } {
  return readYamlFile(file, (raw) => readContent(raw, (fields) => readCourse(fields, fileStem(file.name))));
}

/** Reads a course that is not in a file, such as a draft (studio/drafts/written-course.ts). */
export function readCourseContent(raw: unknown): ContentRead<CourseContent> {
  return readContent(raw, (fields) => readCourse(fields, null));
}

/** @param stem the file's name, which the slug must repeat; null where there is no file */
function readCourse(fields: ContentReader, stem: string | null): CourseContent {
  const course: CourseContent = {
    slug: fields.key('slug'),
    kind: fields.oneOf('kind', COURSE_KINDS),
    title: fields.text('title', t('the title'), 100),
    summary: fields.text('summary', t('one or two sentences'), 400),
    primaryDriver: fields.oneOf('primaryDriver', DRIVERS),
    drivers: readDrivers(fields),
    minutes: fields.wholeNumber('minutes', 1, 240),
    language: fields.oneOf('language', ['en', 'cy']),
    completionRule: fields.oneOf('completionRule', COMPLETION_RULES),
    validityMonths: fields.wholeNumberOrNull('validityMonths', 1, 120),
    lessons: fields
      .list('lessons')
      .map((item, index) => readLesson(fields.child(item, t('Lesson {n}', { n: String(index + 1) })))),
    quiz: fields.raw('quiz') === null ? null : fields.adopt('quiz', readQuiz),
  };
  fields.close();
  checkWhole(course, fields, stem);
  return course;
}

function readDrivers(fields: ContentReader): Driver[] {
  const named = fields.list('drivers').map((item) => item.raw);
  const drivers = DRIVERS.filter((driver) => named.includes(driver));
  if (drivers.length !== named.length)
    fields.problem('drivers', t('list each driver once, out of: {drivers}.', { drivers: DRIVERS.join(', ') }));
  return drivers;
}

function readLesson(fields: ContentReader): LessonContent {
  const blocks = fields.list('blocks').map((item, at) => readBlock(fields.child(item, blockName(item.raw, at))));
  const lesson = {
    title: fields.text('title', t('the title'), 100),
    minutes: fields.wholeNumber('minutes', 1, 30),
    blocks: blocks.filter((block) => block !== null),
  };
  repeated(lesson.blocks.map((block) => block.key)).forEach((key) =>
    fields.problem(
      'blocks',
      t('two blocks have the key “{key}”; give each its own, since answers are kept under it.', { key }),
    ),
  );
  fields.close();
  return lesson;
}

function blockName(raw: unknown, at: number): string {
  const key = typeof raw === 'object' && raw !== null && 'key' in raw ? raw.key : null;
  return typeof key === 'string' ? t('block “{key}”', { key }) : t('block {n}', { n: String(at + 1) });
}

function checkWhole(course: CourseContent, fields: ContentReader, stem: string | null): void {
  if (stem !== null && course.slug !== '' && course.slug !== stem) {
    fields.problem('slug', t('make the slug the same as the file’s name, “{stem}”.', { stem }));
  }
  if (!course.drivers.includes(course.primaryDriver)) {
    fields.problem('primaryDriver', t('add the primary driver to “drivers” as well.'));
  }
  if (course.completionRule !== 'lessonsRead' && fields.raw('quiz') === null) {
    fields.problem('completionRule', t('this rule needs a quiz; write one, or set the rule to lessonsRead.'));
  }
}
