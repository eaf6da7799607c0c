import { describe, expect, it } from '@jest/globals';
import { columnsIn, separatorOf } from './csv-header.js';

describe('the first line of a file', () => {
  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['only', ','],
    ['name;"Smith, John";x', ';'],
  ])('%s is separated by %s', (line, separator) => expect(separatorOf(line)).toBe(separator));

  it('names columns in any order and case, and others may stand between', () => {
    expect(columnsIn(['To', ' note', 'FROM '], ['from', 'to'])).toEqual({ places: { from: 2, to: 0 } });
  });

  it.each<[string[], RegExp]>([
    [['from', 'x'], /^The column to is missing\. .* it reads: from, x\.$/],
    [['from|to'], /it reads: from\|to\. Separate the columns with , or ;/],
    [['x', 'y'], /^The columns from, to are missing/],
    [[''], /\(nothing\)/],
    [['from', 'to', 'to'], /^The column to is there twice/],
  ])('%o is answered with a sentence', (header, sentence) => {
    expect(columnsIn(header, ['from', 'to'])).toEqual({ sentence: expect.stringMatching(sentence) });
  });
});
