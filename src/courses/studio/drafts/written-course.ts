import { type DraftContent, plainLesson } from './draft-content.js';

/**
 * A draft in the form of content/courses/*.yaml, as plain values: what an export writes and what `readCourseContent` checks.
 * Nothing is left out, so a gap is named as a problem where it stands.
 */
export function writtenCourse(content: DraftContent): Record<string, unknown> {
  const { lessons, quiz, ...facts } = content;
  return {
    ...facts,
    lessons: lessons.map(plainLesson),
    quiz: quiz && {
      ...quiz,
      questions: quiz.questions.map(({ key, drivers, marks, question }) => ({ key, drivers, marks, ...question })),
    },
  };
}
