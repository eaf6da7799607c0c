import { describe, expect, it } from '@jest/globals';
import { someCounts, someWindows } from '../../../test/factories/customer-counts.js';
import { changesInEase } from '../../feedback/metrics/slipping.js';
import type { Windows } from '../../feedback/metrics/windows.js';
import { standingOf } from '../branch-standing.js';
import { readFilters, writeFilters } from './area-filters.js';
import { type Branch, choose } from './branch-list.js';
import { spotlight } from './spotlight.js';

const place = {
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
  const [change = null] = changesInEase([{ recent: all[4].ease, earlier: all.earlier.ease }]);
  const unit = { ...place, id: name.length, code: `0${name.length}`, name };
  return { unit, standing: standingOf(all, change), assigned: { finished, due: 10 }, spark: [] };
}

const slipping = branch('Slipton', { 4: someCounts(180, 122), earlier: someCounts(585, 480) });
const low = branch('Lowfield', { 4: someCounts(60, 40), 52: someCounts(600, 420, { knowledge: 0.5 }) }, 3);
const high = branch('Highgate', { 4: someCounts(60, 54) });
const grey = branch('Greyham', { 52: someCounts(20, 8) });
const quiet = branch('Quietby', { 52: someCounts(3, 3) }, 0);
const all = [high, quiet, low, grey, slipping];
const names = (query: Record<string, unknown>) => choose(all, readFilters(query)).map(({ unit }) => unit.name);

describe('the list of branches', () => {
  it('puts first who is slipping, then low scores, then grey ones, then those without a score', () => {
    expect(names({})).toEqual(['Slipton', 'Lowfield', 'Highgate', 'Greyham', 'Quietby']);
  });

  it('can be put by training or by name', () => {
    expect(names({ show: 'behind' }).slice(0, 2)).toEqual(['Quietby', 'Lowfield']);
    expect(names({ show: 'az' })).toEqual(['Greyham', 'Highgate', 'Lowfield', 'Quietby', 'Slipton']);
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
    const filters = { find: 'ash', driver: 'efficiency', show: 'az', page: 3 } as const;
    expect(readFilters(Object.fromEntries(new URLSearchParams(writeFilters(filters))))).toEqual(filters);
    expect(readFilters({ find: ['x'], driver: 'speed', show: 'all', page: '-1' })).toEqual({
      find: '',
      driver: null,
      show: 'attention',
      page: 1,
    });
    expect(writeFilters(readFilters({}))).toBe('');
  });
});

describe('the branches in the spotlight', () => {
  it('are the one that slips most and the one that is surely good', () => {
    expect(spotlight(all)).toMatchObject({
      troubled: { unit: { name: 'Slipton' } },
      praised: { unit: { name: 'Highgate' } },
    });
  });

  it('are the lowest with a clear weak spot when nobody slips', () => {
    expect(spotlight([high, low, quiet]).troubled?.unit.name).toBe('Lowfield');
  });

  it('are the one that clearly rose before the one that was always good', () => {
    const rose = branch('Roseby', { 4: someCounts(180, 150), earlier: someCounts(585, 390) });
    expect(spotlight([high, rose]).praised?.unit.name).toBe('Roseby');
  });

  it('are none where nothing is clear', () =>
    expect(spotlight([quiet, grey])).toEqual({ troubled: null, praised: null }));
});
