import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FEWEST_UNITS, linkNow, linkOfChanges, type UnitFacts } from './link.js';
import { linkWindow } from './link-window.js';

interface Case {
  done?: number;
  doneBefore?: number;
  n?: number;
  good?: number;
  nBefore?: number;
  goodBefore?: number;
}

const aUnit = ({
  done = 5,
  doneBefore = 5,
  n = 40,
  good = 32,
  nBefore = 40,
  goodBefore = 32,
}: Case = {}): UnitFacts => ({
  unitId: 1,
  name: null,
  code: null,
  now: { answers: { n, good, bad: 0 }, held: { wanted: 10, done } },
  before: { answers: { n: nBefore, good: goodBefore, bad: 0 }, held: { wanted: 10, done: doneBefore } },
});
const units = (count: number, make: (at: number) => Case) => Array.from({ length: count }, (_, at) => aUnit(make(at)));

describe('completion against scores', () => {
  it('reads ten points of completion as the slope says', () => {
    // Each tenth of the people adds two good answers of 40: five points of score for ten of completion.
    const link = linkNow(units(22, (at) => ({ done: at % 11, good: 10 + 2 * (at % 11) })));
    expect(link.line!.slope.value * 10).toBeCloseTo(5, 9);
    expect(link.correlation!.value).toBeCloseTo(1, 9);
    expect(link.answers).toBe(22 * 40);
  });

  it('leaves out units with under ten answers and says how many', () => {
    const link = linkNow([
      ...units(20, (at) => ({ done: at % 10 })),
      aUnit({ n: 9, good: 9 }),
      aUnit({ n: 0, good: 0 }),
    ]);
    expect([link.points.length, link.tooFew]).toEqual([20, 1]);
  });

  it('leaves out units without people, which could not have trained', () => {
    const empty = aUnit();
    empty.now.held = { wanted: 0, done: 0 };
    expect(linkNow([empty]).points).toEqual([]);
  });

  it('says nothing under twenty units', () => {
    const link = linkNow(units(FEWEST_UNITS - 1, (at) => ({ done: at % 10, good: at })));
    expect([link.enough, link.line, link.correlation]).toEqual([false, null, null]);
  });

  it('draws no line where completion is the same everywhere', () => {
    expect(linkNow(units(30, (at) => ({ done: 0, good: at }))).line).toBeNull();
  });

  it('scores net emotion as good minus bad', () => {
    const unit = aUnit();
    unit.now.answers = { n: 40, good: 10, bad: 20 };
    expect(linkNow([unit]).points[0]!.y).toBe(-25);
  });
});

describe('change against change', () => {
  it('forgets what makes a branch good all the time', () => {
    // Better branches train more, but nothing changes in any of them.
    const steady = units(30, (at) => ({ done: at % 10, doneBefore: at % 10, good: at, goodBefore: at }));
    expect(linkNow(steady).line!.slope.value).toBeGreaterThan(0);
    const changes = linkOfChanges(steady);
    expect(changes.points.every(({ x, y }) => x === 0 && y === 0)).toBe(true);
    expect(changes.line).toBeNull();
  });

  it('weighs a change by both of its sides', () => {
    const [point] = linkOfChanges([aUnit({ n: 30, good: 20, nBefore: 60, goodBefore: 40 })]).points;
    expect(point).toMatchObject({ weight: 20, answers: 90 });
  });

  it('needs ten answers on both sides', () => {
    const link = linkOfChanges([aUnit({ nBefore: 9, goodBefore: 1 }), aUnit({ n: 9, good: 1 }), aUnit()]);
    expect([link.points.length, link.tooFew]).toEqual([1, 2]);
  });

  it('never looks outside -100 to 100', () => {
    const side = fc
      .integer({ min: 10, max: 200 })
      .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 0, max: n })));
    fc.assert(
      fc.property(side, side, fc.nat(10), fc.nat(10), ([n, good], [nBefore, goodBefore], done, doneBefore) => {
        const [point] = linkOfChanges([aUnit({ n, good, nBefore, goodBefore, done, doneBefore })]).points;
        expect(Math.abs(point!.x)).toBeLessThanOrEqual(100);
        expect(Math.abs(point!.y)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('the windows of the link', () => {
  it('reads completion before the scored weeks begin', () => {
    expect(linkWindow('2027-02-10', 13)).toEqual({
      now: { from: '2026-11-09', to: '2027-02-01' },
      before: { from: '2026-08-10', to: '2026-11-02' },
      completedBy: '2026-11-08',
      completedByBefore: '2026-08-09',
    });
  });

  it('uses no week that has not ended', () => {
    expect(linkWindow('2027-02-14', 4).now.to).toBe('2027-02-01');
    expect(linkWindow('2027-02-15', 4).now.to).toBe('2027-02-08');
  });
});
