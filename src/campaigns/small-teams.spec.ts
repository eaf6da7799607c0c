import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hiddenBesideTotal, SMALLEST_TEAM } from './small-teams.js';

describe('which counts of colleagues stay hidden beside their total', () => {
  it.each([
    { people: [12, 8, 20], hidden: [false, false, false] },
    { people: [3, 6, 12], hidden: [true, true, false] },
    { people: [3, 4, 12], hidden: [true, true, false] },
    { people: [2, 2, 9, 7], hidden: [true, true, false, true] },
    { people: [0, 12], hidden: [false, false] },
    { people: [4], hidden: [true] },
    { people: [], hidden: [] },
  ])('$people', ({ people, hidden }) => {
    expect(hiddenBesideTotal(people)).toEqual(hidden);
  });

  it('never lets the total minus what is shown describe fewer than five people, unless everything is hidden', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), (people) => {
        const hidden = hiddenBesideTotal(people);
        const covered = people.filter((_, at) => hidden[at]).reduce((sum, count) => sum + count, 0);
        const anyShown = people.some((count, at) => count > 0 && !hidden[at]);
        expect(covered === 0 || covered >= SMALLEST_TEAM || !anyShown).toBe(true);
        people.forEach((count, at) => expect(hidden[at] || count === 0 || count >= SMALLEST_TEAM).toBe(true));
      }),
    );
  });
});
