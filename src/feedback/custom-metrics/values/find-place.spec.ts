import { describe, expect, it } from '@jest/globals';
import { type KnownPlace, placeFinder } from './find-place.js';

const unit = (
  id: number,
  code: string,
  name: string,
  more: Partial<NonNullable<KnownPlace['unit']>> = {},
): KnownPlace => ({
  id,
  code,
  name,
  unit: { kind: 'branch', places: [{ from: '2020-01-01', to: null }], mergers: [], ...more },
});
const UNITS = [
  unit(1, '021047', 'Ashbridge'),
  unit(2, '000002', 'Millbridge', {
    places: [{ from: '2020-01-01', to: '2027-01-13' }],
    mergers: [{ on: '2027-01-12', into: 1 }],
  }),
  unit(3, '000003', 'Newhaven', { places: [{ from: '2027-02-03', to: null }] }),
  unit(4, 'HQ', 'Head office', { kind: 'department' }),
];
const WEEKLY = { level: 'unit', grain: 'week', unitKinds: ['branch'] } as const;
const find = placeFinder({ ...WEEKLY, unitKinds: ['branch'] }, UNITS, 'code');
const at = (placeId: number, unitId: number) => ({ placeId, unitId, areaId: null, regionId: null });

describe('the place of a value', () => {
  it('is the unit with that code, leading zeros and all', () => {
    expect(find('021047', '2027-02-01')).toEqual(at(1, 1));
    expect(find('21047', '2027-02-01')).toEqual({ reason: expect.stringContaining('021047') });
  });

  it('counts in the successor once a unit has merged, and stays that unit’s own', () => {
    expect(find('000002', '2027-01-04')).toEqual(at(2, 2));
    expect(find('000002', '2027-01-11')).toEqual(at(2, 2));
    expect(find('000002', '2027-01-18')).toEqual(at(2, 1));
  });

  it('may have opened in the middle of the period', () => {
    expect(find('000003', '2027-02-01')).toEqual(at(3, 3));
    expect(find('000003', '2027-01-25')).toEqual({ reason: expect.stringContaining('Newhaven (000003)') });
  });

  it('is of a kind that has the number', () => {
    expect(find('HQ', '2027-02-01')).toEqual({ reason: 'Head office (HQ) is not of a kind that has this number.' });
  });

  it('can be an area, a region or the network', () => {
    const areas: KnownPlace[] = [
      { id: 7, code: 'A07', name: 'Moors', unit: null },
      { id: 8, code: 'A08', name: 'Coast', unit: null },
      { id: 9, code: 'A09', name: 'Coast', unit: null },
    ];
    const byName = placeFinder({ ...WEEKLY, unitKinds: [], level: 'area' }, areas, 'name');
    expect(byName(' moors', '2027-02-01')).toEqual({ placeId: 7, unitId: null, areaId: 7, regionId: null });
    expect(byName('Coast', '2027-02-01')).toEqual({ reason: expect.stringContaining('More than one') });
    expect(byName('Hills', '2027-02-01')).toEqual({ reason: 'No area is called “Hills”.' });
    const anywhere = placeFinder({ ...WEEKLY, unitKinds: [], level: 'network' }, [], 'code');
    expect(anywhere('', '2027-01-01')).toEqual({ placeId: 0, unitId: null, areaId: null, regionId: null });
  });
});
