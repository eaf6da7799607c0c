import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { type Cell, cellsIn, changeOf, meanOf, seriesOf, valueOf } from './cells.js';

const FOOTFALL = { kind: 'count', grain: 'week', direction: 'higher' } as const;
const RESPONSE = { kind: 'average', grain: 'day', direction: 'lower' } as const;
const RANK = { kind: 'level', grain: 'year', direction: 'lower' } as const;
const MONTHLY = { kind: 'count', grain: 'month', direction: 'neither' } as const;

const cell = (bucket: string, total: number, more: Partial<Cell> = {}): Cell => ({
  ...{ bucket, places: 1, n: 1, total, weight: 1, weighted: total },
  ...more,
});
const NOW = { from: '2027-01-11', to: '2027-02-01' };
const EARLIER = { from: '2026-10-12', to: '2027-01-04' };

describe('the value of a stretch', () => {
  it('of a count is what it adds up to', () => {
    expect(valueOf(FOOTFALL, [cell('2027-01-25', 900, { n: 2 }), cell('2027-02-01', 1100, { n: 2 })])).toBe(2000);
    expect(meanOf([cell('2027-01-25', 900, { n: 2 }), cell('2027-02-01', 1100, { n: 2 })])).toBe(500);
  });

  it('of an average is weighted: a busy day counts for more', () => {
    const busy = cell('2027-01-25', 1, { weight: 90, weighted: 90 });
    const calm = cell('2027-02-01', 11, { weight: 10, weighted: 110 });
    expect(valueOf(RESPONSE, [busy, calm])).toBe(2);
    expect(valueOf(RESPONSE, [cell('2027-01-25', 3, { weight: 0, weighted: 0 })])).toBeNull();
  });

  it('of a rank is the last one, and is never added up over places', () => {
    expect(valueOf(RANK, [cell('2025-01-01', 31), cell('2026-01-01', 24)])).toBe(24);
    expect(valueOf(RANK, [cell('2026-01-01', 55, { n: 2, places: 2 })])).toBeNull();
  });

  it('of nothing is nothing', () => {
    for (const metric of [FOOTFALL, RESPONSE, RANK]) expect(valueOf(metric, [])).toBeNull();
    expect(meanOf([])).toBeNull();
  });

  it('of an average lies between its lowest and highest value', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 90 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(some, (values) => {
        const cells = values.map(([v, w], at) =>
          cell(addDays('2026-01-05', 7 * at), v, { weight: w, weighted: v * w }),
        );
        const value = valueOf(RESPONSE, cells)!;
        const all = values.map(([v]) => v);
        expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
      }),
    );
  });
});

describe('the periods of a stretch', () => {
  it('are the weeks within it', () => {
    const cells = ['2027-01-04', '2027-01-11', '2027-02-01', '2027-02-08'].map((week) => cell(week, 1));
    expect(cellsIn(FOOTFALL, cells, NOW).map(({ bucket }) => bucket)).toEqual(['2027-01-11', '2027-02-01']);
  });

  it('are the months that ended in it, or the last that had ended', () => {
    const cells = ['2026-11-01', '2026-12-01', '2027-01-01', '2027-02-01'].map((month) => cell(month, 1));
    expect(cellsIn(MONTHLY, cells, NOW).map(({ bucket }) => bucket)).toEqual(['2027-01-01']);
    const short = { from: '2027-01-11', to: '2027-01-11' };
    expect(cellsIn(MONTHLY, cells, short).map(({ bucket }) => bucket)).toEqual(['2026-12-01']);
  });

  it('are for a level the last that had begun, however long ago', () => {
    const cells = [cell('2024-01-01', 40), cell('2025-01-01', 31), cell('2028-01-01', 1)];
    expect(cellsIn(RANK, cells, NOW).map(({ total }) => total)).toEqual([31]);
  });
});

describe('a change', () => {
  it('of a count is in percent of what one place came to before, so that weeks of any number compare', () => {
    const cells = [cell('2026-12-07', 1000), cell('2026-12-14', 1000), cell('2027-01-18', 1100)];
    expect(changeOf(FOOTFALL, cells, NOW, EARLIER)).toEqual({ by: 10, relative: true, better: true });
  });

  it('of an average is in its own unit, and less can be better', () => {
    const cells = [
      cell('2026-12-07', 30, { weight: 10, weighted: 300 }),
      cell('2027-01-18', 11, { weight: 10, weighted: 110 }),
    ];
    expect(changeOf(RESPONSE, cells, NOW, EARLIER)).toEqual({ by: -19, relative: false, better: true });
  });

  it('of a rank is against the one before', () => {
    expect(changeOf(RANK, [cell('2025-01-01', 31), cell('2026-01-01', 24)], NOW, EARLIER)).toMatchObject({ by: -7 });
  });

  it.each([
    ['nothing was asked', [cell('2026-12-07', 1), cell('2027-01-18', 2)], null],
    ['nothing came before', [cell('2027-01-18', 2)], EARLIER],
    ['nothing has come since', [cell('2026-12-07', 2)], EARLIER],
    ['there was none before', [cell('2026-12-07', 0), cell('2027-01-18', 2)], EARLIER],
  ])('is not told where %s', (_why, cells, earlier) => {
    expect(changeOf(FOOTFALL, cells, NOW, earlier)).toBeNull();
  });
});

describe('a line over time', () => {
  it('has a gap where nobody reported', () => {
    expect(seriesOf(FOOTFALL, [cell('2027-01-11', 5), cell('2027-02-01', 7)], NOW)).toEqual([5, null, null, 7]);
  });

  it('of a rank has one point for each that came', () => {
    expect(seriesOf(RANK, [cell('2025-01-01', 31), cell('2026-01-01', 24)], NOW)).toEqual([31, 24]);
  });
});
