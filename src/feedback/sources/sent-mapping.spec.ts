import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MappingInvalid } from '../imports/mapping.js';
import { readSentMapping } from './sent-mapping.js';

const GOOD = { unit: { column: 'branch' }, time: { column: 'when' }, ease: 'easy' };
const bytes = (json: unknown) => Buffer.from(typeof json === 'string' ? json : JSON.stringify(json));
const sentencesOf = (content: Uint8Array): readonly string[] => {
  try {
    readSentMapping(content);
    return [];
  } catch (error) {
    if (!(error instanceof MappingInvalid)) throw error;
    return error.sentences;
  }
};
const many = (n: number, value: unknown) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, value]));

describe('a mapping that somebody sends', () => {
  it('is taken as it stands', () => {
    expect(readSentMapping(bytes(GOOD))).toEqual(GOOD);
    expect(readSentMapping(Buffer.from(`\uFEFF${JSON.stringify(GOOD)}`))).toEqual(GOOD);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', bytes(''), /isn’t JSON/],
    ['answers', bytes('id,branch\n1,2\n'), /isn’t JSON/],
    [
      'UTF-16',
      Buffer.from(JSON.stringify(GOOD), 'utf16le').swap16(),
      /null character|isn’t JSON|isn’t written in UTF-8/,
    ],
    ['Windows’ own letters', Buffer.from('{"unit":"caf\xe9"}', 'latin1'), /Save it as UTF-8/],
    ['a list', bytes([]), /one JSON object/],
    ['a number', bytes('5'), /one JSON object/],
    ['brackets alone', bytes('['.repeat(100_000) + ']'.repeat(100_000)), /nested deeper/],
    ['a unit within a unit', bytes({ ...GOOD, ignore: { a: { b: { c: { d: {} } } } } }), /nested deeper/],
    ['another key', bytes({ ...GOOD, '<script>': 1 }), /"<script>" is not part of a mapping/],
    ['a prototype', bytes('{"__proto__":{"unit":1},"unit":"a","time":"b","ease":"c"}'), /"__proto__" is not part/],
    ['a null character', bytes({ ...GOOD, responseId: 'a\0' }), /null character/],
    ['a long name', bytes({ ...GOOD, unit: 'u'.repeat(1001) }), /“u{40}…” is too long for the form/],
    [
      'a long unit',
      bytes({ ...GOOD, unit: { column: 'b', aliases: { a: 'x'.repeat(201) } } }),
      /too long for the form/,
    ],
    ['601 answers', bytes({ ...GOOD, ease: { column: 'e', map: many(601, 5) } }), /gives 601 answers a meaning/],
  ])('is not %s', (_, content, sentence) => {
    expect(sentencesOf(content).join(' ')).toMatch(sentence);
  });

  it('that is wrong in many places says ten of them, none of them endless', () => {
    const sentences = sentencesOf(bytes({ ...GOOD, ease: { column: 'e', map: many(50, 'x'.repeat(900)) } }));
    expect(sentences).toHaveLength(11);
    expect(sentences.at(-1)).toBe('40 things more like these.');
    expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThanOrEqual(300);
  });

  it('with half a character gets the sign for one in its place', () => {
    expect(readSentMapping(bytes('{"unit":"a\\ud800","time":"b","ease":"c"}'))).toMatchObject({ unit: 'a\ufffd' });
  });

  it('is refused in words whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytes)), (content) => {
        expect(sentencesOf(content).length).toBeGreaterThan(0);
      }),
    );
  });
});
