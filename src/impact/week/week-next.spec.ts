import { describe, expect, it } from '@jest/globals';
import { weekNext } from './week-next.js';

const courses = ['a-proper-hello', 'the-other-counter'];

describe('what to do after a themed week', () => {
  it.each([
    [false, new Set(courses), null],
    [true, new Set(['the-other-counter']), '/impact/plans/new?course=the-other-counter'],
    [true, new Set<string>(), '/impact/plans/new'],
  ])('may plan: %s, of %j', (mayPlan, plannable, path) => {
    const { sentence, notes, action } = weekNext({ mayPlan, courses, plannable });
    expect(action?.path ?? null).toBe(path);
    expect(sentence).toContain('random waves');
    expect(notes.join(' ')).not.toMatch(/lowest/);
  });
});
