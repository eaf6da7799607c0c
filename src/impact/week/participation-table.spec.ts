import { describe, expect, it } from '@jest/globals';
import type { PlaceParticipation } from '../../campaigns/participation.queries.js';
import { levelAsked, levelLinks, participationTable } from './participation-table.js';

const place = (name: string, change: Partial<PlaceParticipation> = {}): PlaceParticipation => ({
  code: name.slice(0, 1),
  name,
  units: 1,
  joined: 1,
  people: 12,
  took: 9,
  lessons: 30,
  pledges: 4,
  ...change,
});
const EMPTY = { network: false, regionIds: [], areaIds: [], unitIds: [] };
const rows = (places: PlaceParticipation[], level: 'region' | 'area' | 'unit') =>
  participationTable(places, level).rows.map((row) => row.cells.map((cell) => cell.text).join(' | '));

describe('the table of who took part', () => {
  it('prints people, lessons and pledges of a unit, and all together', () => {
    expect(
      rows([place('Ashbridge'), place('Seahaven', { people: 6, took: 0, joined: 0, lessons: 0, pledges: 0 })], 'unit'),
    ).toEqual([
      'Ashbridge | 9 of 12 (75%) | 30 | 4',
      'Seahaven | 0 of 6 (0%) | 0 | 0',
      'All together: 1 of 2 joined | 9 of 18 (50%) | 30 | 4',
    ]);
  });

  it('says of a small team only whether it has joined, and hides one more so that the total gives nothing away', () => {
    const [small, next, large] = rows(
      [place('Millbridge', { people: 2, took: 1 }), place('Ashbridge', { people: 6 }), place('Seahaven')],
      'unit',
    );
    expect(small).toBe('Millbridge | Joined | – | –');
    expect(next).toBe('Ashbridge | Joined | – | –');
    expect(large).toBe('Seahaven | 9 of 12 (75%) | 30 | 4');
  });

  it('says so when nobody is in post', () => {
    expect(rows([place('Closed', { people: 0, took: 0, joined: 0 })], 'unit')).toEqual([
      'Closed | Nobody in post | – | –',
    ]);
  });

  it('counts joined units of areas and regions', () => {
    const areas = rows(
      [place('Moors', { units: 41, joined: 31, people: 200, took: 150 }), place('Coast', { units: 9, joined: 0 })],
      'area',
    );
    expect(areas[0]).toBe('Moors | 31 of 41 | 150 of 200 (75%) | 30 | 4');
    expect(areas[2]).toMatch(/^All together \| 31 of 50/);
    expect(rows([place('North'), place('South')], 'region')[2]).toMatch(/^Whole network/);
  });

  it.each([
    [{ network: true }, 'region'],
    [{ regionIds: [1], unitIds: [7] }, 'area'],
    [{ areaIds: [1] }, 'unit'],
    [{ unitIds: [7] }, 'unit'],
  ])('%j sees it by %s', (reach, level) => {
    expect(levelAsked(undefined, { ...EMPTY, ...reach })).toBe(level);
    expect(levelAsked('galaxy', { ...EMPTY, ...reach })).toBe(level);
  });

  it('offers the next level down where there is one, and never more than the reach holds', () => {
    const analyst = { ...EMPTY, network: true };
    expect(levelAsked('area', analyst)).toBe('area');
    expect(levelAsked('unit', analyst)).toBe('region');
    expect(levelLinks(analyst, 'area', '/result')).toEqual([
      { text: 'By region', href: '/result?by=region#participation', current: false },
      { text: 'By area', href: '/result?by=area#participation', current: true },
    ]);
    expect(levelLinks({ ...EMPTY, areaIds: [1] }, 'unit', '/result')).toBeNull();
    expect(levelAsked('region', { ...EMPTY, areaIds: [1] })).toBe('unit');
  });
});
