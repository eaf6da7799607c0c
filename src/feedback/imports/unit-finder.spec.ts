import { describe, expect, it } from '@jest/globals';
import { unitFinder } from './unit-finder.js';

const always = [{ from: '2020-01-01', to: null }];
const UNITS = [
  { id: 1, code: '021047', name: 'Ashbridge', places: always, mergers: [] },
  { id: 2, code: '000002', name: 'Millbridge', places: [{ from: '2020-01-01', to: '2026-06-01' }], mergers: [] },
  { id: 3, code: 'PP1', name: 'Harbour kiosk', places: always, mergers: [] },
  { id: 4, code: 'PP2', name: 'Harbour Kiosk', places: always, mergers: [] },
  {
    id: 5,
    code: '000005',
    name: 'Ashford',
    places: [{ from: '2020-01-01', to: '2026-03-15' }],
    mergers: [{ on: '2026-03-14', into: 6 }],
  },
  {
    id: 6,
    code: '000006',
    name: 'Newport',
    places: [{ from: '2020-01-01', to: '2026-07-01' }],
    mergers: [{ on: '2026-06-30', into: 1 }],
  },
  {
    id: 7,
    code: '000007',
    name: 'Fell',
    places: [{ from: '2020-01-01', to: '2026-03-01' }],
    mergers: [{ on: '2026-02-28', into: 2 }],
  },
];

const byCode = unitFinder(UNITS, { column: 'b', match: 'code', aliases: new Map([['head office', 'PP1']]) });
const byName = unitFinder(UNITS, {
  column: 'b',
  match: 'name',
  aliases: new Map([
    ['ash bridge', 'Ashbridge'],
    ['kiosk', 'PP2'],
  ]),
});

describe('the unit that a file means', () => {
  it.each([
    [byCode, '021047', 1],
    [byCode, 'Head Office', 3],
    [byName, ' ASHBRIDGE ', 1],
    [byName, 'Ash  Bridge', 1],
    [byName, 'kiosk', 4],
  ])('is found (%#)', (find, text, unitId) => expect(find(text, '2027-01-06')).toEqual({ unitId }));

  it.each([
    [byCode, '999999', /No unit has the code “999999”/],
    [byCode, '21047', /dropped the leading zeros of 021047/],
    [byCode, 'Ashbridge', /No unit has the code/],
    [byName, 'Nowhere', /No unit is called “Nowhere”/],
    [byName, 'Harbour kiosk', /More than one unit/],
    [byCode, '', /No unit has the code “”/],
  ])('is not guessed (%#)', (find, text, reason) =>
    expect(find(text, '2027-01-06')).toEqual({ reason: expect.stringMatching(reason) }),
  );

  it('must have stood somewhere on that day', () => {
    expect(byCode('000002', '2026-05-31')).toEqual({ unitId: 2 });
    expect(byCode('000002', '2026-06-01')).toEqual({
      reason: 'Millbridge (000002) closed on 2026-05-31 and merged into no other unit.',
    });
    expect(byCode('000002', '2019-12-31')).toEqual({ reason: 'Millbridge (000002) was in no area on 2019-12-31.' });
  });

  it('is what another has merged into, from the day after', () => {
    const [ashford, newport] = [
      { code: '000005', name: 'Ashford' },
      { code: '000006', name: 'Newport' },
    ];
    expect(byCode('000005', '2026-03-14')).toEqual({ unitId: 5 });
    const merged = { ...ashford, on: '2026-03-14', into: newport };
    expect(byCode('000005', '2026-03-15')).toEqual({ unitId: 6, merged: { ...merged, countsIn: newport } });
    expect(byName('ashford', '2026-07-01')).toEqual({
      unitId: 1,
      merged: { ...merged, countsIn: { code: '021047', name: 'Ashbridge' } },
    });
    expect(byCode('000007', '2027-01-06')).toEqual({
      reason: 'Fell (000007) led to Millbridge (000002), which closed on 2026-05-31 and merged into no other unit.',
    });
  });
});
