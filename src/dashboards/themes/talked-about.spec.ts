import { describe, expect, it } from '@jest/globals';
import { ANY_COMMENT, type ThemeCount } from '../../feedback/themes/theme-counts.queries.js';
import { weeksUpTo } from '../../feedback/metrics/period.js';
import { USUAL } from '../period/choice.js';
import { talkedAbout } from './talked-about.presenter.js';

const count = (comments: number): ThemeCount => ({ comments, felt: 0, good: 0, bad: 0 });
const themeOf = (id: number, name: string) => ({
  ...{ id, key: name.toLowerCase(), driver: null, nameEn: name, nameCy: name, en: '', cy: '', matches: [], not: [] },
});

/** Of 200 comments now and 600 before, unless it says otherwise. */
function talked(spoken: Record<string, [now: number, earlier: number]>, of: [number, number] = [200, 600]) {
  const names = Object.keys(spoken);
  const sums = new Map(names.map((name, id) => [id + 1, sumOf(spoken[name]!)]));
  sums.set(ANY_COMMENT, sumOf(of));
  const last = '2027-02-01';
  return talkedAbout({
    themes: names.map((name, id) => themeOf(id + 1, name)),
    sums,
    stretches: { now: weeksUpTo(last, 4), earlier: weeksUpTo(last, 13, 4), asNeeded: true },
    choice: USUAL,
    path: '/areas/A07',
  }).rows;
}

const sumOf = ([now, earlier]: [number, number]) => ({ now: count(now), earlier: count(earlier) });
const COMMON = Object.fromEntries(
  Array.from({ length: 9 }, (_, at) => [`Common ${at}`, [30 - at, 90 - 3 * at] as [number, number]]),
);

describe('what customers talk about', () => {
  it('is what most comments speak of, most first, eight at most', () => {
    const rows = talked(COMMON);
    expect(rows.map(({ name }) => name)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((at) => `Common ${at}`));
    expect(rows[0]).toMatchObject({ n: '30 comments', share: '15%' });
    expect(rows[0]?.change).toMatchObject({ mark: null });
  });

  it('begins with what clearly came up more often, however few comments speak of it', () => {
    const rows = talked({ ...COMMON, Elsewhere: [12, 0] });
    expect(rows[0]).toMatchObject({ name: 'Elsewhere', n: '12 comments', path: expect.stringContaining('elsewhere') });
    expect(rows[0]?.change).toMatchObject({ mark: '↑', text: expect.stringMatching(/^Its share is up 6\.0 points/) });
    expect(rows).toHaveLength(8);
  });

  it('leaves out what nobody speaks of now, and is empty on fewer than five comments', () => {
    expect(talked({ Gone: [0, 90], Here: [20, 60] }).map(({ name }) => name)).toEqual(['Here']);
    expect(talked({ Here: [3, 0] }, [4, 0])).toEqual([]);
  });
});
