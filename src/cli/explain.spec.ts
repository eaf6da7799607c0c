import { describe, expect, it } from '@jest/globals';
import { DatabaseTrouble } from '../platform/database/trouble.js';
import { RuleBroken } from '../platform/errors.js';
import { explain } from './explain.js';

describe('what the terminal says about an error', () => {
  it.each([
    ['a database that cannot be had', new DatabaseTrouble('Set CXU_DATA to a folder of yours.')],
    ['a rule that refused', new RuleBroken('There is no source called "GP".')],
  ])('is the sentence alone for %s', (_what, error) => {
    expect(explain(error)).toEqual({ sentence: error.message, stack: null });
  });

  it('keeps the stack of a bug of ours', () => {
    const bug = new TypeError('x is not a function');
    expect(explain(bug)).toEqual({ sentence: 'x is not a function', stack: bug.stack });
  });
});
