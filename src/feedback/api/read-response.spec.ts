import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { columnsOf } from '../imports/mapping.js';
import { rowMapper } from '../imports/mapped-row.js';
import { HEADING, MAPPING } from './api-mapping.js';
import { readResponse } from './read-response.js';
import { codesIn, sorted } from './sorted.js';

const one = { responseId: 'R-1', unit: '021047', at: '2027-02-03T10:15:00Z' };
const map = rowMapper(MAPPING, HEADING, () => ({ unitId: 1 }), new Date('2027-02-10T10:00:00Z'));

describe('a response that a program sent', () => {
  it('has a cell for every column that the mapping reads', () => {
    expect([...columnsOf(MAPPING)].sort()).toEqual([...HEADING].sort());
  });

  it('reads as the line of a file would', () => {
    const sent = {
      ...one,
      ease: 4,
      emotion: 'irritated',
      drivers: { friendly: 5, efficiency: null },
      comment: ' Slow. ',
      mayContact: true,
    };
    expect(sorted([sent], map)).toEqual({
      kept: [
        {
          key: 'R-1',
          identity: 'R-1',
          unitId: 1,
          answeredAt: new Date('2027-02-03T10:15:00Z'),
          answers: { ease: 4, emotion: -2, friendly: 5 },
          comment: 'Slow.',
          mayContact: true,
        },
      ],
      rejects: [],
    });
  });

  it.each([
    [null, ''],
    [[], ''],
    ['x', ''],
    [{ ...one, unit: undefined }, '/unit'],
    [{ ...one, unit: 21047 }, '/unit'],
    [{ ...one, unit: '  ' }, '/unit'],
    [{ ...one, responseId: 'x'.repeat(201) }, '/responseId'],
    [{ ...one, responseId: 'a\u0000' }, '/responseId'],
    [{ ...one, at: 5 }, '/at'],
    [{ ...one, ease: 0 }, '/ease'],
    [{ ...one, ease: '4' }, '/ease'],
    [{ ...one, emotion: 'happy' }, '/emotion'],
    [{ ...one, drivers: 5 }, '/drivers'],
    [{ ...one, drivers: { friendly: 9 } }, '/drivers/friendly'],
    [{ ...one, drivers: { 'a/b~c': 5 } }, '/drivers/a~1b~0c'],
    [{ ...one, comment: 7 }, '/comment'],
    [{ ...one, score: 5 }, '/score'],
  ])('%j is a misfit at %j', (raw, pointer) => {
    expect(readResponse(raw)).toMatchObject({ misfit: { pointer } });
  });

  it('is read or refused in words, whatever it is', () => {
    const names = fc.constantFrom(
      'responseId',
      'unit',
      'at',
      'ease',
      'emotion',
      'drivers',
      'comment',
      '__proto__',
      'x',
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue())), (raw) => {
        const read = readResponse(raw);
        if ('misfit' in read) expect(read.misfit.reason).toMatch(/\.$/);
        else expect(read.cells).toHaveLength(HEADING.length);
      }),
    );
  });
});

describe('a batch', () => {
  it('keeps the first of two responses with one id', () => {
    const { kept, rejects } = sorted([one, { ...one, ease: 5 }], map);
    expect(kept).toHaveLength(1);
    expect(rejects).toEqual([expect.objectContaining({ index: 1, pointer: '/responses/1/responseId' })]);
  });

  it('accounts for every response', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const response = fc.record({
      responseId: id,
      unit: fc.constant('1'),
      at: fc.constantFrom(one.at, 'never'),
      ease: fc.integer(),
    });
    fc.assert(
      fc.property(fc.array(response), (responses) => {
        const { kept, rejects } = sorted(responses, map);
        expect(kept.length + rejects.length).toBe(responses.length);
        expect(new Set(kept.map(({ key }) => key)).size).toBe(kept.length);
      }),
    );
  });

  it('looks units up by the codes that it names, also those that lost their zeros', () => {
    expect(codesIn([one, { unit: '2' }, { unit: 7 }, null, { unit: 'a\u0000' }])).toEqual(['021047', '2', '000002']);
  });
});
