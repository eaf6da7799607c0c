import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clashes, touchedParts } from './three-way.js';

const parts = (whole: object) => new Map<string, unknown>(Object.entries(whole));
const base = parts({ title: 'Old', days: [1, 2] });

describe('two people who changed the same thing', () => {
  it.each([
    ['each another part', { title: 'New', days: [1, 2] }, { title: 'Old', days: [1] }, []],
    ['the same part in two ways', { title: 'New', days: [1, 2] }, { title: 'Newer', days: [1, 2] }, ['title']],
    ['the same part in the same way', { title: 'New', days: [1] }, { title: 'New', days: [1, 2] }, []],
    ['one takes away what the other changed', { title: 'Old' }, { title: 'Old', days: [3] }, ['days']],
    ['both take it away', { title: 'Old' }, { title: 'Old' }, []],
    [
      'both add under the same name',
      { title: 'Old', days: [1, 2], note: 1 },
      { title: 'Old', days: [1, 2], note: 2 },
      [],
    ],
  ])('%s', (_, mine, theirs, both) => expect(clashes(base, parts(mine), parts(theirs))).toEqual(both));

  it('names parts that are different or gone', () => {
    expect(touchedParts(base, parts({ title: 'New', more: 1 }))).toEqual(['title', 'days']);
  });

  const anyParts = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 })).map(parts);
  it('takes no side, and nobody is in the way of somebody who changed nothing', () => {
    fc.assert(
      fc.property(anyParts, anyParts, anyParts, (before, mine, theirs) => {
        expect(clashes(before, mine, theirs).sort()).toEqual(clashes(before, theirs, mine).sort());
        expect(clashes(before, before, theirs)).toEqual([]);
        expect(clashes(before, mine, mine)).toEqual([]);
      }),
    );
  });
});
