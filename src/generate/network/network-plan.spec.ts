import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../platform/dates.js';
import { holds } from '../days.js';
import { foundedOn } from '../size.js';
import { layoutOf } from './layout.js';
import { areaOn, type NetworkPlan, planNetwork } from './network-plan.js';

const UNTIL = '2027-02-28';
const planOf = (units: number, seed: number): NetworkPlan =>
  planNetwork({ layout: layoutOf(units), seed, until: UNTIL, founded: foundedOn(UNTIL) });

const sizes = fc.record({ units: fc.integer({ min: 3, max: 500 }), seed: fc.integer({ min: 0, max: 1_000_000 }) });

describe('the frame of a network', () => {
  it.each([
    [3, 3, 3],
    [360, 5, 3],
    [24_900, 301, 17],
  ])('of %i units has %i areas in %i regions', (units, areas, regions) => {
    const layout = layoutOf(units);
    expect([layout.flatMap((region) => region.areas).length, layout.length]).toEqual([areas, regions]);
  });

  it('holds branches and payment points in areas of their own, 11,500 to 13,400 at full size', () => {
    const areas = layoutOf(24_900).flatMap((region) => region.areas);
    const branches = areas.filter((area) => area.branches > 0);
    expect(branches.every((area) => area.paymentPoints === 0)).toBe(true);
    expect(branches.every((area) => area.branches >= 30 && area.branches <= 60)).toBe(true);
    const share = branches.reduce((sum, area) => sum + area.branches, 0) / 24_900;
    expect(share).toBeCloseTo(11_500 / 24_900, 2);
  });
});

describe('a planned network', () => {
  it('has as many units as asked for, each with a code of its own; those of branches have six digits', () => {
    fc.assert(
      fc.property(sizes, ({ units, seed }) => {
        const plan = planOf(units, seed);
        expect(plan.units).toHaveLength(units);
        expect(new Set(plan.units.map(({ code }) => code)).size).toBe(units);
        for (const { kind, code } of plan.units) if (kind === 'branch') expect(code).toMatch(/^\d{6}$/);
      }),
      { numRuns: 15 },
    );
  });

  it('gives no name twice in an area, and codes with leading zeros to one branch in ten', () => {
    const { units } = planOf(6000, 1);
    const names = units.map(({ name, stays }) => `${stays.at(-1)!.areaCode}/${name}`);
    expect(new Set(names).size).toBe(units.length);
    const branches = units.filter(({ kind }) => kind === 'branch');
    expect(branches.filter(({ code }) => code.startsWith('0')).length / branches.length).toBeCloseTo(0.1, 1);
  });

  it('lets units stand in one area at a time, one stay after the other', () => {
    fc.assert(
      fc.property(sizes, ({ units, seed }) => {
        for (const { stays } of planOf(units, seed).units) {
          stays.forEach(({ from, to }, index) => {
            expect(to === null || from < to).toBe(true);
            const next = stays[index + 1];
            expect(next === undefined || (to !== null && to <= next.from)).toBe(true);
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  it('sends the customers of a unit that merged to one of its kind and area that stayed open', () => {
    const { units } = planOf(6000, 4);
    const byCode = new Map(units.map((unit) => [unit.code, unit]));
    const merged = units.filter(({ successorCode }) => successorCode !== null);
    expect(merged.length).toBeGreaterThan(60);
    for (const unit of merged) {
      const [last, next] = [unit.stays.at(-1)!, byCode.get(unit.successorCode!)!];
      expect(next.kind).toBe(unit.kind);
      expect(areaOn(next, last.to!)).toBe(last.areaCode);
      expect(next.stays.at(-1)!.to).toBeNull();
    }
  });

  it('has opened, closed and moved about one unit in twenty over the years, each within its region', () => {
    const { units, areas } = planOf(6000, 1);
    const share = (n: number) => n / units.length;
    const founded = foundedOn(UNTIL);
    expect(share(units.filter(({ stays }) => stays[0]!.from > founded).length)).toBeCloseTo(0.06, 1);
    expect(share(units.filter(({ stays }) => stays.at(-1)!.to !== null).length)).toBeCloseTo(0.05, 1);
    const moved = units.filter(({ stays }) => new Set(stays.map(({ areaCode }) => areaCode)).size > 1);
    expect(share(moved.length)).toBeGreaterThan(0.03);
    const home = new Map(areas.map(({ code, regions }) => [code, regions.at(-1)!.regionCode]));
    for (const { stays } of moved) expect(new Set(stays.map(({ areaCode }) => home.get(areaCode))).size).toBe(1);
  });

  it('keeps every area in a region on every day', () => {
    const day = addDays(foundedOn(UNTIL), 700);
    const { areas } = planOf(9000, 2);
    expect(areas.every(({ regions }) => regions.filter((link) => holds(link, day)).length === 1)).toBe(true);
    expect(areas.some(({ regions }) => regions.length > 1)).toBe(true);
  });

  it('is the same for the same seed and another for another', () => {
    expect(planOf(400, 7)).toEqual(planOf(400, 7));
    expect(planOf(400, 7)).not.toEqual(planOf(400, 8));
  });
});
