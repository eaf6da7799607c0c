import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { differencesOf } from './mapping-differences.js';

const FIRST = { unit: { column: 'branch' }, ease: { column: 'easy', map: { Good: 5, Bad: 1 } }, comment: ['a', 'b'] };

describe('what differs between two versions of a mapping', () => {
  it('is said place by place, what has gone last', () => {
    const second = {
      unit: { column: 'shop' },
      ease: { column: 'easy', map: { Good: 5, 'So-so': null } },
      comment: ['a'],
    };
    expect(differencesOf(FIRST, second)).toEqual([
      { place: 'unit.column', before: 'branch', after: 'shop' },
      { place: 'ease.map.So-so', before: null, after: 'null' },
      { place: 'comment', before: 'a, b', after: 'a' },
      { place: 'ease.map.Bad', before: '1', after: null },
    ]);
  });

  it('is nothing between a version and itself, and the same from both sides', () => {
    const json = fc.dictionary(
      fc.string(),
      fc.oneof(fc.string(), fc.integer(), fc.dictionary(fc.string(), fc.integer())),
    );
    fc.assert(fc.property(json, (one) => differencesOf(one, one).length === 0));
    fc.assert(fc.property(json, json, (a, b) => differencesOf(a, b).length === differencesOf(b, a).length));
  });
});
