import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readContent } from '../platform/content-reader.js';
import { type Audience, audienceOf, audiencesMeet, inAudience, readAudience } from './audience.js';

const to = (lists: Partial<Audience>): Audience => ({ regions: [], areas: [], kinds: [], ...lists });
const ashbridge = { kind: 'branch', areaCode: 'A07', regionCode: 'R2' } as const;

describe('whom a week is for', () => {
  it.each([
    [null, true],
    [to({ regions: ['R2'] }), true],
    [to({ regions: ['R1'] }), false],
    [to({ regions: ['R1'], areas: ['A07'] }), true],
    [to({ areas: ['A07'], kinds: ['branch'] }), true],
    [to({ areas: ['A07'], kinds: ['department'] }), false],
    [to({ kinds: ['branch', 'paymentPoint'] }), true],
    [to({ kinds: ['department'] }), false],
  ])('%j holds Ashbridge: %s', (audience, held) => {
    expect(inAudience(audience, ashbridge)).toBe(held);
  });

  it('is the whole network when nothing narrows it', () => {
    expect(audienceOf(to({}))).toBeNull();
    expect(audienceOf(to({ kinds: ['branch'] }))).toEqual(to({ kinds: ['branch'] }));
  });
});

describe('whether two weeks ask the same people', () => {
  it.each([
    [null, to({ areas: ['A1'] }), true],
    [to({ areas: ['A1'] }), to({ areas: ['A2'] }), false],
    [to({ regions: ['R1'] }), to({ regions: ['R1', 'R2'] }), true],
    [to({ regions: ['R1'] }), to({ areas: ['A2'] }), true],
    [to({ kinds: ['branch'] }), to({ kinds: ['department'] }), false],
    [to({ kinds: ['branch'] }), to({ areas: ['A1'] }), true],
  ])('%j and %j: %s', (one, other, meet) => {
    expect(audiencesMeet(one, other)).toBe(meet);
    expect(audiencesMeet(other, one)).toBe(meet);
  });

  it('is never denied where one unit belongs to both', () => {
    const code = fc.constantFrom('1', '2', '3');
    const codes = fc.uniqueArray(code, { maxLength: 2 });
    const kind = fc.constantFrom('branch', 'department', 'contactCentre');
    const audience = fc.record({ regions: codes, areas: codes, kinds: fc.uniqueArray(kind, { maxLength: 2 }) });
    const unit = fc.record({ kind, areaCode: code, regionCode: code });
    fc.assert(
      fc.property(audience, audience, unit, (one, other, place) => {
        fc.pre(inAudience(one, place) && inAudience(other, place));
        expect(audiencesMeet(one, other)).toBe(true);
      }),
    );
  });
});

describe('the audience of a file', () => {
  const read = (raw: unknown) => {
    const { value, problems } = readContent(raw, readAudience);
    return problems.length > 0 ? problems.map((problem) => problem.sentence).join(' ') : value;
  };

  it.each([
    [{}, null],
    [{ audience: { kinds: ['branch'] } }, to({ kinds: ['branch'] })],
    [{ audience: { regions: ['R1'], areas: ['A1'] } }, to({ regions: ['R1'], areas: ['A1'] })],
  ])('%j', (raw, audience) => {
    expect(read(raw)).toEqual(audience);
  });

  it.each([
    [{ audience: { kinds: ['shop'] } }, '“shop” is not a kind of unit'],
    [{ audience: { areas: [21047] } }, 'list codes under “areas”'],
    [{ audience: { areas: [] } }, 'List at least 1 under “areas”'],
    [{ audience: { regions: ['R1', 'R1'] } }, '“R1” stands twice'],
    [{ audience: { units: ['021047'] } }, '“units” is not a field here'],
    [{ audience: 'everybody' }, 'rite this as a list of fields'],
  ])('%j is refused', (raw, sentence) => {
    expect(read(raw)?.toString().toLowerCase()).toContain(sentence.toLowerCase());
  });
});
