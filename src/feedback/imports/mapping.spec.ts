import { describe, expect, it } from '@jest/globals';
import { columnsOf, MappingInvalid, parseMapping, readMappingFile } from './mapping.js';

const LEAST = { unit: { column: 'branch' }, time: { column: 'when' }, ease: { column: 'easy' } };

function sentences(json: unknown): string {
  try {
    parseMapping(json);
  } catch (error) {
    if (error instanceof MappingInvalid) return error.sentences.join(' ');
  }
  return '';
}

describe('a mapping', () => {
  it('needs a unit, a time and one question; the rest has sensible values', () => {
    const mapping = parseMapping(LEAST);
    expect(mapping).toMatchObject({
      unit: { column: 'branch', match: 'code' },
      time: { column: 'when', zone: 'Europe/London', format: 'ISO' },
      responseId: null,
      comments: [],
    });
    expect(mapping.answers[0]?.values.get('5')).toBe(5);
  });

  it('names every column it reads, once, in a fixed order', () => {
    const mapping = parseMapping({ ...LEAST, responseId: { column: 'id' }, comment: ['good', 'bad', 'good'] });
    expect(columnsOf(mapping)).toEqual(['branch', 'when', 'id', 'easy', 'good', 'bad']);
  });

  it('reads labels whatever their case, spaces and apostrophes', () => {
    const mapping = parseMapping({
      ...LEAST,
      emotion: { column: 'felt', map: { 'Don’t  Know': null, ' Likely': 'satisfied' } },
    });
    const felt = mapping.answers.find(({ question }) => question === 'emotion');
    expect([felt?.values.get("don't know"), felt?.values.get('likely')]).toEqual([null, 1]);
  });

  it.each([
    [null, /one JSON object/],
    [{ ...LEAST, unit: {} }, /unit needs the name of its column/],
    [{ ...LEAST, unit: { column: 'b', match: 'guess' } }, /"code" or "name"/],
    [{ ...LEAST, unit: { column: 'b', aliases: { x: 1 } } }, /unit\.aliases/],
    [{ ...LEAST, time: { column: 'w', zone: 'Mars/Olympus' } }, /time zone such as/],
    [{ ...LEAST, time: { column: 'w', format: '' } }, /time\.format/],
    [{ ...LEAST, time: { column: 'w', format: 'HH:mm' } }, /with day, month and year/],
    [{ ...LEAST, ignore: ['\u0000'] }, /null character/],
    [{ unit: LEAST.unit, time: LEAST.time }, /at least one question/],
    [{ ...LEAST, ease: { column: 'e', map: { great: 6 } } }, /“great” means 6; use a whole number from 1 to 5/],
    [{ ...LEAST, emotion: { column: 'e', map: { great: 'happy' } } }, /use one of delighted/],
    [{ ...LEAST, drivers: { speed: { column: 's' } } }, /"speed" is not one of the six drivers/],
    [{ ...LEAST, drivers: [] }, /drivers must be an object/],
    [{ ...LEAST, ignore: 'N\\A' }, /ignore must be a list/],
    [{ ...LEAST, eas: {} }, /"eas" is not part of a mapping/],
  ])('that is wrong says so: %j', (json, words) => expect(sentences(json)).toMatch(words));

  it('says everything that is wrong at once', () => {
    expect(sentences({ unit: {}, time: { zone: 'Mars' } })).toMatch(/unit needs.*zone.*time needs.*question/s);
  });

  it('may begin with a byte order mark, and must be JSON', () => {
    expect(readMappingFile('\uFEFF{"unit":1}')).toEqual({ unit: 1 });
    expect(() => readMappingFile('{unit}')).toThrow(/isn’t JSON/);
  });
});
