import { describe, expect, it } from '@jest/globals';
import { someCounts, someWindows } from '../../../test/factories/customer-counts.js';
import { markTogether, shareDifference } from '../../feedback/metrics/change.js';
import type { Windows } from '../../feedback/metrics/windows.js';
import { standingOf } from '../../feedback/metrics/standing.js';
import { spotlight } from '../cards/spotlight.js';
import { USUAL } from '../period/choice.js';
import { addressOf } from './address.js';
import { readFilters } from './filters.js';
import { type Branch, choose } from './rows.js';

const stands = {
  kind: 'branch',
  nation: 'england',
  areaId: 1,
  areaCode: 'A',
  areaName: 'A',
  regionId: 1,
  regionCode: 'R',
  regionName: 'R',
} as const;

function branch(name: string, windows: Partial<Windows>, finished = 8): Branch {
  const all = someWindows(windows);
  const [change = null] = markTogether([shareDifference(all[4].ease, all.earlier.ease)]);
  const place = { ...stands, id: name.length, code: `0${name.length}`, name };
  return { place, standing: standingOf(all, change), assigned: { finished, due: 10 }, spark: [] };
}

const slipping = branch('Slipton', { 4: someCounts(180, 122), earlier: someCounts(585, 480) });
const low = branch('Lowfield', { 4: someCounts(60, 40), 52: someCounts(600, 420, { knowledge: 0.5 }) }, 3);
const high = branch('Highgate', { 4: someCounts(60, 54) });
const grey = branch('Greyham', { 52: someCounts(20, 8) });
const quiet = branch('Quietby', { 52: someCounts(3, 3) }, 0);
const all = [high, quiet, low, grey, slipping];
const easeOf = (name: string) => all.find(({ place }) => place.name === name)?.standing.ease?.value ?? 101;
const byLowestEase = (a: string, b: string) => easeOf(a) - easeOf(b);
const names = (query: Record<string, unknown>) => choose(all, readFilters(query)).map(({ place }) => place.name);

describe('the list of branches', () => {
  it('puts first who is slipping, then low scores, then grey ones, then those without a score', () => {
    expect(names({})).toEqual(['Slipton', 'Lowfield', 'Highgate', 'Greyham', 'Quietby']);
  });

  it('can be put by training or by name', () => {
    expect(names({ show: 'behind' }).slice(0, 2)).toEqual(['Quietby', 'Lowfield']);
    expect(names({ show: 'az' })).toEqual(['Greyham', 'Highgate', 'Lowfield', 'Quietby', 'Slipton']);
  });

  it('can be put by ease, by fall and by how many answered', () => {
    const ranked = ['Slipton', 'Lowfield', 'Highgate'].sort(byLowestEase);
    expect(names({ show: 'ease' })).toEqual([...ranked, 'Greyham', 'Quietby']);
    expect(names({ show: 'fall' })[0]).toBe('Slipton');
    expect(names({ show: 'responses' })).toEqual(['Slipton', 'Highgate', 'Lowfield', 'Greyham', 'Quietby']);
  });

  it('are ranked by the fair score where one is kept, so that few answers put nobody first', () => {
    const lucky = { ...grey, standing: { ...grey.standing, fair: { value: 79, low: 65, high: 90, z: -1 } } };
    const ranked = choose([lucky, high, low], readFilters({ show: 'ease' })).map(({ place }) => place.name);
    expect(ranked).toEqual(['Lowfield', 'Greyham', 'Highgate']);
  });

  it('can hold those that slip or are behind alone', () => {
    expect(names({ only: 'slipping' })).toEqual(['Slipton']);
    expect(names({ only: 'behind' })).toEqual(['Lowfield', 'Quietby']);
  });

  it('can be searched by name and code, and narrowed to a driver', () => {
    expect(names({ find: ' SLIP ' })).toEqual(['Slipton']);
    expect(names({ find: '07' })).toEqual(['Slipton', 'Greyham', 'Quietby']);
    expect(names({ driver: 'knowledge' })).toEqual(['Lowfield']);
    expect(names({ find: 'nowhere' })).toEqual([]);
  });
});

describe('what stands in the address', () => {
  it('is read back as it was written, and nothing else is believed', () => {
    const filters = {
      find: 'a&b',
      driver: 'efficiency',
      show: 'az',
      only: 'slipping',
      columns: null,
      page: 3,
    } as const;
    const address = addressOf('/areas/A07', { filters, period: { span: 13, against: 'year' } });
    expect(address).toBe('/areas/A07?find=a%26b&driver=efficiency&show=az&only=slipping&page=3&weeks=13&against=year');
    expect(readFilters(Object.fromEntries(new URL(address, 'http://x').searchParams))).toEqual(filters);
    expect(readFilters({ find: ['x'], driver: 'speed', show: 'all', only: 'x', page: '-1' })).toEqual({
      find: '',
      driver: null,
      show: 'attention',
      only: null,
      columns: null,
      page: 1,
    });
    expect(addressOf('/areas/A07', { filters: readFilters({}), period: USUAL })).toBe('/areas/A07');
  });
});

describe('the branches in the spotlight', () => {
  it('are the one that slips most and the one that is surely good', () => {
    expect(spotlight(all)).toMatchObject({
      troubled: [{ row: { place: { name: 'Slipton' } } }, { row: { place: { name: 'Lowfield' } } }],
      praised: { place: { name: 'Highgate' } },
    });
  });

  it('are the lowest with a clear weak spot when nobody slips', () => {
    expect(spotlight([high, low, quiet]).troubled[0]?.row.place.name).toBe('Lowfield');
  });

  it('are the one that clearly rose before the one that was always good', () => {
    const rose = branch('Roseby', { 4: someCounts(180, 150), earlier: someCounts(585, 390) });
    expect(spotlight([high, rose]).praised?.place.name).toBe('Roseby');
  });

  it('are none where nothing is clear', () =>
    expect(spotlight([quiet, grey])).toEqual({ troubled: [], praised: null }));
});
