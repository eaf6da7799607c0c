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

  it.each([
    ['ENOSPC', 'There is no room left on the disk.'],
    ['EFBIG', 'There is no room left on the disk.'],
    ['57P01', 'The database went away.'],
    ['ECONNRESET', 'The database went away.'],
  ])('says what to do about %s', (code, sentence) => {
    const { sentence: said, stack } = explain(Object.assign(new Error('cut off'), { code }));
    expect([said, stack]).toEqual([
      expect.stringMatching(`^${sentence} What had landed stays\\..* \\(cut off\\)$`),
      null,
    ]);
  });

  it('keeps the stack of a bug of ours', () => {
    const bug = new TypeError('x is not a function');
    expect(explain(bug)).toEqual({ sentence: 'x is not a function', stack: bug.stack });
  });
});
