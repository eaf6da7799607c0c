import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Reach, type Role, ROLES } from '../platform/actor.js';
import { ASSIGNS_IN_OWN_UNIT, LEADS_OWN_UNIT, reachOf, reaches, type Place, type PostingToday } from './reach.js';
import { standsIn } from './roles.js';

const ownUnit: Place = { regionId: 1, areaId: 10, unitId: 100 };
const sameArea: Place = { regionId: 1, areaId: 10, unitId: 101 };
const sameRegion: Place = { regionId: 1, areaId: 11, unitId: 110 };
const elsewhere: Place = { regionId: 2, areaId: 20, unitId: 200 };

const posting = (role: Role): PostingToday => ({
  role,
  unitId: standsIn(role) === 'unit' ? 100 : null,
  areaId: standsIn(role) === 'area' ? 10 : null,
  regionId: standsIn(role) === 'region' ? 1 : null,
});

describe('who reaches what', () => {
  const cases: [Role, boolean, boolean, boolean, boolean][] = [
    // role, own unit, another unit of the area, another area of the region, another region
    ['staff', true, false, false, false],
    ['postmaster', true, false, false, false],
    ['champion', true, false, false, false],
    ['departmentManager', true, false, false, false],
    ['guest', false, false, false, false],
    ['areaManager', true, true, false, false],
    ['regionalManager', true, true, true, false],
    ['author', true, true, true, true],
    ['analyst', true, true, true, true],
    ['administrator', true, true, true, true],
  ];

  it.each(cases)('%s', (role, own, area, region, network) => {
    const reach = reachOf([posting(role)]);
    expect([ownUnit, sameArea, sameRegion, elsewhere].map((place) => reaches(reach, place))).toEqual([
      own,
      area,
      region,
      network,
    ]);
  });

  it('covers every role', () => expect(cases.map(([role]) => role).sort()).toEqual([...ROLES].sort()));

  it('is empty without a posting', () => {
    expect(reachOf([])).toEqual({ network: false, regionIds: [], areaIds: [], unitIds: [] });
  });

  it('an area page is open to its manager and upwards, not to its units’ people', () => {
    const areaPage: Place = { regionId: 1, areaId: 10 };
    expect(reaches(reachOf([posting('areaManager')]), areaPage)).toBe(true);
    expect(reaches(reachOf([posting('regionalManager')]), areaPage)).toBe(true);
    expect(reaches(reachOf([posting('postmaster')]), areaPage)).toBe(false);
  });

  it('never grows when a posting is taken away', () => {
    const anyPosting = fc.constantFrom(...ROLES).map(posting);
    const places = [ownUnit, sameArea, sameRegion, elsewhere];
    fc.assert(
      fc.property(fc.array(anyPosting), anyPosting, (postings, extra) => {
        const fewer: Reach = reachOf(postings);
        const more: Reach = reachOf([...postings, extra]);
        return places.every((place) => !reaches(fewer, place) || reaches(more, place));
      }),
    );
  });

  it('counter colleagues lead nobody, and whoever may ask may also see', () => {
    expect(LEADS_OWN_UNIT).not.toContain('staff');
    expect(ASSIGNS_IN_OWN_UNIT.every((role) => LEADS_OWN_UNIT.includes(role))).toBe(true);
  });
});
