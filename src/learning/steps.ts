import { t } from '../platform/language/t.js';
import type { CompletionRule } from '../courses/content/content.js';

/** The course's steps in order: its lessons, then its quiz when it has one. */
export interface CourseSteps {
  lessons: number;
  hasQuiz: boolean;
  /** Positions of the lessons that were read, from 1. */
  read: readonly number[];
  quizPassed: boolean;
}

export function stepCount(steps: Pick<CourseSteps, 'lessons' | 'hasQuiz'>): number {
  return steps.lessons + (steps.hasQuiz ? 1 : 0);
}

/** The steps that are done, from 1. */
export function doneSteps(steps: CourseSteps): number[] {
  const all = Array.from({ length: stepCount(steps) }, (_, index) => index + 1);
  return all.filter((step) => (step > steps.lessons ? steps.quizPassed : steps.read.includes(step)));
}

/** The first step that is still to do; null when all are done. */
export function nextStep(steps: CourseSteps): number | null {
  const done = doneSteps(steps);
  for (let step = 1; step <= stepCount(steps); step++) if (!done.includes(step)) return step;
  return null;
}

/**
 * Where "Continue" leads somebody who comes back: to the lesson they were in, even one already read; past the last
 * lesson, to what is still to do.
 * @param bookmark the lesson they were in, from 1; one past the last lesson stands for the quiz
 */
export function resumeStep(steps: CourseSteps, bookmark: number): number {
  return bookmark <= steps.lessons ? bookmark : (nextStep(steps) ?? 1);
}

/** Where a lesson's own Continue leads. */
export type Onward = { to: 'lesson'; position: number } | { to: 'quiz' } | { to: 'finished' };

/** Where somebody comes in again with this bookmark. */
export function backInto(steps: CourseSteps, bookmark: number): Onward {
  const step = resumeStep(steps, bookmark);
  return step <= steps.lessons ? { to: 'lesson', position: step } : { to: 'quiz' };
}

/**
 * From each lesson to the next; from the last one to a lesson that was skipped and is needed, then to the quiz, and once
 * nothing is left to the finished page. Worked example, rule `both`: lessons 1 and 3 of 3 read leads back to 2.
 */
export function afterLesson(steps: CourseSteps, rule: CompletionRule, position: number): Onward {
  if (position < steps.lessons) return { to: 'lesson', position: position + 1 };
  const unread = Array.from({ length: steps.lessons }, (_, index) => index + 1).find((n) => !steps.read.includes(n));
  if (unread !== undefined && rule !== 'quizPassed') return { to: 'lesson', position: unread };
  return steps.hasQuiz && !steps.quizPassed ? { to: 'quiz' } : { to: 'finished' };
}

/** 'Step 2 of 6 saved'. */
export function sayStep(step: number, of: number): string {
  return t('Step {step} of {of} saved', { step: String(Math.min(step, of)), of: String(of) });
}
