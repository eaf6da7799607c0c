import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { type AreaToDeal, drawPlan, lotVersion, partsOf, seedOf, strataOf, wavesOf } from './plan-lot.js';
import type { PlanChoice } from './wave-plan.js';

const CHOICE: PlanChoice = {
  ...{ courseId: 7, title: 'In waves', reason: 'So that customers know.', metric: 'ease', kinds: ['branch'] },
  ...{ regionIds: null, waves: 2, comparison: true, firstMonday: '2027-03-01', weeksBetween: 4, daysGiven: 28 },
};

const area = (areaId: number, regionId = 1, score: number | null = areaId): AreaToDeal => ({
  ...{ areaId, regionId, score },
  unitIds: [areaId * 10, areaId * 10 + 1],
});
const someAreas = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.option(fc.double({ min: 0, max: 1, noNaN: true }))), {
    ...{ minLength: 7, maxLength: 60 },
  })
  .map((facts) => facts.map(([regionId, score], at) => area(at + 1, regionId, score)));
const someChoice = fc.record({
  ...{ waves: fc.integer({ min: 2, max: 6 }), comparison: fc.boolean(), courseId: fc.integer({ min: 1, max: 999 }) },
});

describe('the lot of a plan', () => {
  it('gives each area to one part, with its units, the parts differing by one area at most', () => {
    fc.assert(
      fc.property(someAreas, someChoice, (areas, changed) => {
        const choice = { ...CHOICE, ...changed };
        const drawn = drawPlan(choice, areas);
        expect(drawn.areas.map(({ areaId }) => areaId)).toEqual(areas.map(({ areaId }) => areaId));
        const units = drawn.areas.flatMap(({ unitIds }) => unitIds);
        expect(new Set(units).size).toBe(areas.length * 2);
        const parts = [...Array(choice.waves).keys(), ...(choice.comparison ? [null] : [])];
        const sizes = parts.map((part) => drawn.areas.filter(({ wave }) => wave === part).length);
        expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(areas.length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        expect(sizes).toHaveLength(partsOf(choice));
      }),
    );
  });

  it('comes out the same each time, whatever is written about it', () => {
    fc.assert(
      fc.property(someAreas, someChoice, fc.string(), fc.string(), (areas, changed, title, reason) => {
        const choice = { ...CHOICE, ...changed };
        const again = { ...choice, title, reason, metric: 'friendly' as const, weeksBetween: 9, daysGiven: 50 };
        expect(drawPlan(again, areas).areas).toEqual(drawPlan(choice, areas).areas);
      }),
    );
  });

  it('is another with another course or another first Monday', () => {
    const areas = Array.from({ length: 40 }, (_, at) => area(at + 1));
    const waves = (changed: Partial<PlanChoice>) => [...wavesOf(drawPlan({ ...CHOICE, ...changed }, areas).areas)];
    expect(waves({ courseId: 8 })).not.toEqual(waves({}));
    expect(waves({ firstMonday: '2027-03-08' })).not.toEqual(waves({}));
  });

  it('gives each area each part equally often, over the Mondays of many years', () => {
    const areas = Array.from({ length: 9 }, (_, at) => area(at + 1, 1 + (at % 2)));
    const times = new Map<string, number>();
    const DRAWS = 3_000;
    for (let week = 0; week < DRAWS; week += 1) {
      const { areas: dealt } = drawPlan({ ...CHOICE, firstMonday: addDays('2027-01-04', 7 * week) }, areas);
      for (const { areaId, wave } of dealt) times.set(`${areaId} ${wave}`, (times.get(`${areaId} ${wave}`) ?? 0) + 1);
    }
    const expected = DRAWS / 3;
    // Nine areas in three parts of three: the count of each is binomial, and 27 of them stay within four standard errors.
    const most = 4 * Math.sqrt((DRAWS * 2) / 9);
    expect([...times.values()].filter((n) => Math.abs(n - expected) > most)).toEqual([]);
    expect(times.size).toBe(27);
  });

  it('has a seed that stays for good', () =>
    expect(seedOf({ courseId: 7, firstMonday: '2027-03-01' })).toMatchInlineSnapshot(`909042871`));

  it('needs an area for each part, and two parts', () => {
    expect(() => drawPlan(CHOICE, [area(1), area(2)])).toThrow(RangeError);
    expect(() => drawPlan({ ...CHOICE, waves: 1, comparison: false }, [area(1), area(2)])).toThrow(RangeError);
  });

  it('is known by its areas, units and waves', () => {
    const areas = Array.from({ length: 12 }, (_, at) => area(at + 1));
    const drawn = drawPlan(CHOICE, areas);
    expect(lotVersion(drawPlan({ ...CHOICE, title: 'Another' }, areas))).toBe(lotVersion(drawn));
    const moved = drawn.areas.map((one, at) => (at === 0 ? { ...one, unitIds: [10] } : one));
    expect(lotVersion({ ...drawn, areas: moved })).not.toBe(lotVersion(drawn));
  });
});

describe('areas that are alike', () => {
  it('are those of a region with scores close to each other', () => {
    const areas = [
      area(1, 1, 0.9),
      area(2, 1, 0.1),
      area(3, 1, 0.8),
      area(4, 1, 0.2),
      area(5, 2, 0.5),
      area(6, 2, 0.7),
    ];
    expect([...strataOf(areas, 2)]).toEqual([0, 0, 0, 0, 1, 1]);
    const more = [...areas, area(7, 2, 0.1), area(8, 2, 0.2)];
    expect([...strataOf(more, 2)]).toEqual([1, 0, 1, 0, 3, 3, 2, 2]);
  });

  it('are taken together where regions are smaller than the parts are many', () => {
    const areas = Array.from({ length: 6 }, (_, at) => area(at + 1, at + 1));
    expect([...strataOf(areas, 3)]).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('stand at the mean where nobody answered', () => {
    const areas = [area(1, 1, null), area(2, 1, 0.1), area(3, 1, 0.9), area(4, 1, 0.95)];
    expect([...strataOf(areas, 2)]).toEqual([0, 0, 1, 1]);
    expect([...strataOf([area(1, 1, null), area(2, 1, null)], 2)]).toEqual([0, 0]);
  });
});
