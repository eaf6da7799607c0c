import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { referenceIn, shapeOf } from './reference-claim.js';
import { Refused } from './refusal.js';

describe('the personnel reference in what a provider says', () => {
  it.each(['100001', '000017', ' 100001', '100001 ', 'ab12', 'AB12', '100001\u00a0'])(
    '%j is taken letter by letter',
    (value) => expect(referenceIn({ employee_number: value }, 'employee_number')).toBe(value),
  );

  it.each<[unknown, string, string]>([
    [undefined, 'noReference', 'employee_number'],
    [null, 'noReference', 'employee_number'],
    ['', 'noReference', 'employee_number'],
    [100001, 'referenceForm', 'number'],
    [true, 'referenceForm', 'boolean'],
    [['100001'], 'referenceForm', 'list'],
    [{ value: '100001' }, 'referenceForm', 'object'],
    ['1000\u000001', 'unknownReference', '9999?99'],
    ['1'.repeat(300), 'unknownReference', `${'9'.repeat(40)}…`],
  ])('%j is refused as %s', (value, reason, detail) => {
    const read = () => referenceIn({ employee_number: value }, 'employee_number');
    expect(read).toThrow(Refused);
    expect(read).toThrow(expect.objectContaining({ reason, detail }));
  });

  it('is never found in what every object has', () => {
    for (const name of ['constructor', 'toString', '__proto__']) {
      expect(() => referenceIn({}, name)).toThrow(expect.objectContaining({ reason: 'noReference' }));
    }
  });
});

describe('the shape of a reference', () => {
  it.each([
    ['100001', '999999'],
    ['AB12-3', 'AA99-9'],
    ['Dawn@example.org', 'Aaaa@aaaaaaa.aaa'],
    [' x ', ' a '],
    ['ŵÉ１', 'aA9'],
  ])('of %j is %j', (value, shape) => expect(shapeOf(value)).toBe(shape));

  it('tells no letter and no digit apart, and is short', () => {
    fc.assert(
      fc.property(fc.string(), (value) => /^[Aa9\x20-\x2f\x3a-\x40\x5b-\x60\x7b-\x7e?]*…?$/.test(shapeOf(value))),
    );
    fc.assert(fc.property(fc.string({ minLength: 41 }), (value) => shapeOf(value).length <= 41));
  });
});
