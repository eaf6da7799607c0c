import { describe, expect, it } from '@jest/globals';
import { type CourseWindow, isOpen, sayClosed } from './course-window.js';

const TODAY = '2027-02-10';

describe('a course', () => {
  it.each<[CourseWindow | null, boolean, string]>([
    [null, true, 'without a window'],
    [{ opensOn: '2027-02-10', closesOn: null }, true, 'on the day it opens'],
    [{ opensOn: '2027-02-11', closesOn: null }, false, 'on the day before'],
    [{ opensOn: '2027-01-01', closesOn: '2027-02-10' }, true, 'on its last day'],
    [{ opensOn: '2027-01-01', closesOn: '2027-02-09' }, false, 'on the day after its last'],
  ])('%j is open: %s (%s)', (window, open) => expect(isOpen(window, TODAY)).toBe(open));

  it('says when it opens', () => {
    expect(sayClosed({ opensOn: '2027-02-13', closesOn: null }, TODAY)).toBe(
      'This opens on Saturday 13 February. Come back then.',
    );
    expect(sayClosed({ opensOn: '2027-01-01', closesOn: '2027-01-02' }, TODAY)).toBe(
      'This has closed to new starters.',
    );
  });
});
