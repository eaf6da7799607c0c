import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { COMPLETION_RULES, type CompletionRule } from '../../courses/content/content.js';
import { type Evidence, isFinished } from './completion-rule.js';

describe('a course is finished', () => {
  it.each<[CompletionRule, number, number, boolean, boolean, string]>([
    ['lessonsRead', 4, 3, true, false, 'not while a lesson is unread, even with the quiz passed'],
    ['lessonsRead', 4, 4, false, true, 'once all lessons are read'],
    ['quizPassed', 4, 0, true, true, 'once the quiz is passed, where that is enough'],
    ['quizPassed', 4, 4, false, false, 'not before the quiz is passed'],
    ['both', 4, 4, false, false, 'not on reading alone'],
    ['both', 4, 3, true, false, 'not on the quiz alone'],
    ['both', 4, 4, true, true, 'once both are there'],
  ] as const)(
    'by %s with %i lessons, %i read, quiz %s: %s (%s)',
    (rule, lessons, lessonsRead, quizPassed, finished) => {
      expect(isFinished(rule, { lessons, lessonsRead, quizPassed })).toBe(finished);
    },
  );
});

/** Evidence arrives in any order, some of it twice: 'quiz' or a lesson's position. */
const histories = fc.integer({ min: 1, max: 6 }).chain((lessons) => {
  const pieces: (number | 'quiz')[] = ['quiz', ...Array.from({ length: lessons }, (_, n) => n + 1)];
  return fc.record({
    lessons: fc.constant(lessons),
    rule: fc.constantFrom(...COMPLETION_RULES),
    order: fc
      .tuple(fc.shuffledSubarray(pieces, { minLength: pieces.length }), fc.array(fc.constantFrom(...pieces)))
      .map(([all, again]) => [...all, ...again]),
  });
});

describe('whatever the order of the evidence', () => {
  it('a course becomes finished exactly once, and stays so', () => {
    fc.assert(
      fc.property(histories, ({ lessons, rule, order }) => {
        const seen = new Set<number | 'quiz'>();
        const states = order.map((piece) => {
          seen.add(piece);
          const lessonsRead = [...seen].filter((each) => each !== 'quiz').length;
          const evidence: Evidence = { lessons, lessonsRead, quizPassed: seen.has('quiz') };
          return isFinished(rule, evidence);
        });
        const becomes = states.filter((state, at) => state && !states[at - 1]).length;
        expect(becomes).toBe(1);
        expect(states.at(-1)).toBe(true);
      }),
    );
  });
});
