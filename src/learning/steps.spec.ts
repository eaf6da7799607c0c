import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMPLETION_RULES } from '../courses/content/content.js';
import { isFinished } from './completions/completion-rule.js';
import { afterLesson, type CourseSteps, doneSteps, nextStep, resumeStep, sayStep, stepCount } from './steps.js';

const steps = (read: number[], change: Partial<CourseSteps> = {}): CourseSteps => ({
  lessons: 3,
  hasQuiz: true,
  read,
  quizPassed: false,
  ...change,
});

describe('the steps of a course', () => {
  it('are its lessons and then its quiz', () => {
    expect(stepCount(steps([]))).toBe(4);
    expect(stepCount(steps([], { hasQuiz: false }))).toBe(3);
    expect(doneSteps(steps([1, 3], { quizPassed: true }))).toEqual([1, 3, 4]);
  });

  it.each([
    [steps([]), 1],
    [steps([1, 3]), 2],
    [steps([1, 2, 3]), 4],
    [steps([1, 2, 3], { quizPassed: true }), null],
  ])('%j: next is %s', (given, next) => expect(nextStep(given)).toBe(next));

  it('are said as the place that is saved', () => {
    expect(sayStep(2, 6)).toBe('Step 2 of 6 saved');
    expect(sayStep(4, 3)).toBe('Step 3 of 3 saved');
  });
});

describe('coming back', () => {
  it.each([
    ['to the lesson one was in', steps([1]), 2, 2],
    ['even when it was read before', steps([1, 2]), 1, 1],
    ['past the last lesson to the quiz', steps([1, 2, 3]), 4, 4],
    ['past the last lesson to one that was skipped', steps([1, 3]), 4, 2],
    ['after everything to the start', steps([1, 2, 3], { quizPassed: true }), 4, 1],
  ])('leads %s', (_, given, bookmark, step) => expect(resumeStep(given, bookmark)).toBe(step));
});

describe('Continue leads', () => {
  it.each([
    ['to the next lesson', steps([1]), 'both', 1, { to: 'lesson', position: 2 }],
    ['from the last to the quiz', steps([1, 2, 3]), 'both', 3, { to: 'quiz' }],
    ['from the last to one that was skipped', steps([1, 3]), 'both', 3, { to: 'lesson', position: 2 }],
    ['past skipped lessons where only the quiz counts', steps([3]), 'quizPassed', 3, { to: 'quiz' }],
    ['to the end when the quiz is passed', steps([1, 2, 3], { quizPassed: true }), 'both', 3, { to: 'finished' }],
    ['to the end without a quiz', steps([1, 2, 3], { hasQuiz: false }), 'lessonsRead', 3, { to: 'finished' }],
  ] as const)('%s', (_, given, rule, position, onward) => {
    expect(afterLesson(given, rule, position)).toEqual(onward);
  });

  it('to the end only when the course is finished, whatever was read before', () => {
    const some = fc.record({
      lessons: fc.integer({ min: 1, max: 5 }),
      rule: fc.constantFrom(...COMPLETION_RULES),
      quizPassed: fc.boolean(),
      seed: fc.uniqueArray(fc.integer({ min: 1, max: 5 })),
    });
    fc.assert(
      fc.property(some, ({ lessons, rule, quizPassed, seed }) => {
        const read = [...new Set([...seed.filter((n) => n <= lessons), lessons])];
        const onward = afterLesson({ lessons, hasQuiz: true, read, quizPassed }, rule, lessons);
        if (onward.to !== 'finished') return;
        expect(isFinished(rule, { lessons, lessonsRead: read.length, quizPassed })).toBe(true);
      }),
    );
  });
});
