import { describe, expect, it } from '@jest/globals';
import { partsToWrite, type Part, withPart, type Written } from './parts.js';
import { checkSize, FULL_SIZE, weeksOf } from './size.js';

const SIZE = { ...FULL_SIZE, units: 300, people: 1000, weeks: 30 };

const after = (...parts: Part[]) =>
  parts.reduce<Written | null>((written, part) => withPart(written, part, SIZE, true), null);

describe('what is written', () => {
  it.each<[string, Part | null, Written | null, Part[]]>([
    ['everything, into an empty database', null, null, ['network', 'people', 'feedback', 'learning']],
    ['the one part asked for', 'network', null, ['network']],
    ['what is missing', null, after('network', 'people'), ['feedback', 'learning']],
    ['what was interrupted', 'feedback', withPart(after('network'), 'feedback', SIZE, false), ['feedback']],
  ])('is %s', (_, only, written, parts) => expect(partsToWrite(only, SIZE, written, written !== null)).toEqual(parts));

  it.each<[string, Part | null, Written | null, boolean, RegExp]>([
    ['another network', null, null, true, /holds a network already/],
    ['no ground', 'people', null, false, /stands on the network part: run it with --only network first/],
    ['half the ground', 'learning', after('network'), true, /stands on the people part/],
    ['nothing left', null, after('network', 'people', 'feedback', 'learning'), true, /All of that is here already/],
    ['nothing left of a part', 'people', after('network', 'people'), true, /All of that is here already/],
  ])('is nothing where there is %s', (_, only, written, holds, sentence) =>
    expect(() => partsToWrite(only, SIZE, written, holds)).toThrow(sentence),
  );

  it('is nothing when the numbers are not those of what is there', () => {
    const written = after('network');
    const other = { ...SIZE, units: 301, seed: 2, people: 5 };
    expect(() => partsToWrite('people', other, written, true)).toThrow(
      /made with --units 300 --seed 1\. Give the same/,
    );
    expect(partsToWrite('people', { ...SIZE, people: 5 }, written, true)).toEqual(['people']);
  });
});

describe('a size', () => {
  it.each([
    [{ units: 2 }, /--units takes a whole number from 3/],
    [{ people: 10.5 }, /--people takes a whole number/],
    [{ weeks: NaN }, /--weeks takes a whole number from 1 to 300/],
    [{ responsesPerUnitWeek: 0 }, /--responses-per-unit-week takes a number from 0.1/],
    [{ surveyed: 'nobody' as 'all' }, /--surveyed takes all or branches/],
    [{ until: '2027-02-30' }, /--until takes a day/],
  ])('%j is refused', (given, sentence) => expect(() => checkSize({ ...FULL_SIZE, ...given })).toThrow(sentence));

  it('counts the weeks that have ended', () => {
    expect(weeksOf({ weeks: 2, until: '2027-02-28' })).toEqual(['2027-02-15', '2027-02-22']);
    expect(weeksOf({ weeks: 1, until: '2027-02-27' })).toEqual(['2027-02-15']);
  });
});
