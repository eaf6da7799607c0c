import { stringify } from 'yaml';
import type { Question } from '../../../assessment/questions/question.js';
import type { QuizContent } from '../../../assessment/quizzes/quiz-content.js';
import type { Block } from '../../blocks/block.js';
import type { DraftContent } from '../drafts/draft-content.js';

/**
 * A course as a file of `content/courses` holds it, finished or not. Reading a finished one back gives an equal course.
 * @param note a line for people at the top, such as where the file comes from
 */
export function courseYaml(course: DraftContent, note: string | null = null): string {
  const yaml = stringify(writtenCourse(course), { lineWidth: 0, aliasDuplicateObjects: false });
  return note === null ? yaml : `# ${note.replaceAll(/\s+/g, ' ')}\n${yaml}`;
}

function writtenCourse(course: DraftContent): object {
  return {
    slug: course.slug,
    kind: course.kind,
    title: course.title,
    summary: course.summary,
    primaryDriver: course.primaryDriver,
    drivers: course.drivers,
    minutes: course.minutes,
    language: course.language,
    completionRule: course.completionRule,
    validityMonths: course.validityMonths,
    lessons: course.lessons.map(({ title, minutes, blocks }) => ({ title, minutes, blocks: blocks.map(writtenBlock) })),
    quiz: course.quiz && writtenQuiz(course.quiz),
  };
}

/** The kind and the key first, then what belongs to the kind, as the shipped files have it. */
function writtenBlock(block: Block): object {
  const { kind, key, ...own } = block;
  return { kind, key, ...('question' in own ? { question: writtenQuestion(own.question) } : own) };
}

function writtenQuiz({ questions, ...settings }: QuizContent): object {
  return {
    ...settings,
    questions: questions.map(({ key, drivers, marks, question }) => {
      const { kind, text, ...rest } = writtenQuestion(question);
      return { key, kind, text, drivers, marks, ...rest };
    }),
  };
}

function writtenQuestion({ kind, text, options, feedback }: Question) {
  return {
    kind,
    text,
    options: options.map((option) => ({
      key: option.key,
      text: option.text,
      fraction: writtenFraction(option.fraction),
      feedback: option.feedback,
    })),
    feedback: { correct: feedback.correct, partly: feedback.partly, incorrect: feedback.incorrect },
  };
}

/** Whole marks and halves read best as numbers; a third stays '1/3', since 0.33 is none. */
function writtenFraction(fraction: string): number | string {
  if (/^-?\d+$/.test(fraction)) return Number(fraction);
  return /^-?1\/2$/.test(fraction) ? (fraction.startsWith('-') ? -0.5 : 0.5) : fraction;
}
