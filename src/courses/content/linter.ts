import type { Question } from '../../assessment/questions/question.js';
import { t } from '../../platform/language/t.js';
import { proseOf } from '../blocks/kinds.js';
import type { CourseContent, LessonContent } from './content.js';

const WORDS_A_MINUTE = 180;
/** Choosing, answering and looking take longer than reading does. */
const SPARE_MINUTES = 1;
const LONGEST_SENTENCE = 30;

interface LessonToLint {
  minutes: number | null;
  blocks: LessonContent['blocks'];
}

/**
 * What an author would do well to look at before publishing. Nothing here stops a course; what does is found while it
 * is read (`content.ts`). Sentences name the lesson or the question.
 */
export function lintCourse(course: CourseContent): string[] {
  const checks = course.lessons.flatMap((lesson) =>
    lesson.blocks.flatMap((block) => (block.kind === 'check' ? [block.question] : [])),
  );
  const questions = [...checks, ...(course.quiz?.questions.map(({ question }) => question) ?? [])];
  return [
    ...course.lessons.flatMap((lesson, index) => lintLesson(lesson, t('Lesson {n}', { n: String(index + 1) }))),
    ...questions.flatMap(lintQuestion),
  ];
}

/** @param lesson of a course or of a draft, which may not say its minutes yet */
export function lintLesson(lesson: LessonToLint, name: string): string[] {
  const prose = lesson.blocks.flatMap(proseOf);
  const minutes = Math.ceil(prose.reduce((sum, text) => sum + countWords(text), 0) / WORDS_A_MINUTE);
  const long = prose.flatMap(sentencesIn).filter((sentence) => countWords(sentence) > LONGEST_SENTENCE);
  return [
    ...(lesson.minutes !== null && minutes > lesson.minutes + SPARE_MINUTES
      ? [
          t('{name} takes about {minutes} minutes to read, and says {said}.', {
            name,
            minutes: String(minutes),
            said: String(lesson.minutes),
          }),
        ]
      : []),
    ...long.map((sentence) =>
      t('{name} has a sentence of over {n} words: “{words}…”.', {
        name,
        n: String(LONGEST_SENTENCE),
        words: firstWords(sentence),
      }),
    ),
  ];
}

export function lintQuestion({ text, options, kind }: Question): string[] {
  const name = `“${text}”`;
  const right = options.filter((option) => option.fraction === '1');
  const others = options.filter((option) => !right.includes(option));
  const longest = Math.max(0, ...others.map((option) => option.text.length));
  const gaveAway =
    longest > 0 && kind === 'singleChoice' && right.some((option) => option.text.length > longest * 1.25);
  const catchAll = options.some((option) => /\b(all|none) of (the above|these)\b/i.test(option.text));
  return [
    ...(gaveAway
      ? [t('The right answer to {name} is much longer than the others, which gives it away.', { name })]
      : []),
    ...(catchAll
      ? [t('{name} offers all or none of the others; give it an answer that stands by itself.', { name })]
      : []),
    ...(/\b(not|never|except)\b/i.test(sentencesIn(text).at(-1) ?? '')
      ? [t('{name} asks for what is not so; ask for what is.', { name })]
      : []),
  ];
}

const countWords = (text: string) => text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;

const sentencesIn = (text: string) => text.split(/(?<=[.?!:])\s+|\n+/);

const firstWords = (text: string) => text.trim().split(/\s+/).slice(0, 5).join(' ');
