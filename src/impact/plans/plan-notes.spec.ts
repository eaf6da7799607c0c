import { describe, expect, it } from '@jest/globals';
import { lotNotes } from './plan-notes.js';
import type { Part } from './plan-parts.js';

const part = (wave: number | null, units: number, held = 0): Part => ({
  ...{ wave, startsOn: wave === null ? null : '2027-03-01', areas: [], units, held },
  ...{ people: 100, score: 0.8 },
});
const notes = (...parts: Part[]) => lotNotes({ parts });

describe('what to know about a lot', () => {
  it('is nothing when it is large enough and few hold the course', () =>
    expect(notes(part(0, 20, 9), part(null, 20, 9))).toEqual([]));

  it('is that one side is too small, counted as long as somebody waits', () => {
    expect(notes(part(0, 30), part(null, 19))).toEqual([
      'A study needs at least 20 units on each side. Here 30 have it while others wait, and 19 wait.',
    ]);
    expect(notes(part(0, 10), part(1, 10), part(2, 900))).toEqual([]);
    expect(notes(part(0, 19), part(1, 900))).toHaveLength(1);
  });

  it('is that many hold the course already', () =>
    expect(notes(part(0, 30, 50), part(null, 30, 20))).toEqual([
      '35% of the people there hold it already. The lot changes nothing for them, so the difference that the study can find is so much smaller.',
    ]));

  it('is no share of nobody', () =>
    expect(notes({ ...part(0, 30), people: 0 }, { ...part(null, 30), people: 0 })).toEqual([]));
});
