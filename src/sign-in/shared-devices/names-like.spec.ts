import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { namesLike } from './names-like.js';

const PEOPLE = ['Tomáš Wiśniewski', 'Mary-Jane Sykes', 'Siân O’Neill', 'Michał Kaur', '王小明'].map((name) => ({
  name,
}));

describe('names like what somebody typed', () => {
  it.each([
    ['tom wis', ['Tomáš Wiśniewski']],
    ['WISN  TOM', ['Tomáš Wiśniewski']],
    ['jane', ['Mary-Jane Sykes']],
    ['sian', ['Siân O’Neill']],
    ['michal', ['Michał Kaur']],
    ['小', ['王小明']],
    ['zed', []],
    ['', PEOPLE.map(({ name }) => name)],
  ])('%j', (typed, names) => expect(namesLike(PEOPLE, typed).map(({ name }) => name)).toEqual(names));

  it('are found by any part of themselves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PEOPLE), fc.nat(20), fc.nat(20), (person, from, length) => {
        expect(namesLike(PEOPLE, person.name.slice(from, from + length))).toContain(person);
      }),
    );
  });
});
