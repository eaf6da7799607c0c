import { describe, expect, it } from '@jest/globals';
import { partsOfLot, startOf } from './plan-parts.js';
import type { DrawnPlan } from './wave-plan.js';

const AREAS = [
  { areaId: 1, code: 'A1', name: 'Moors', region: 'North', unitIds: [11, 12], n: 100, good: 80, bad: 0 },
  { areaId: 2, code: 'A2', name: 'Coast', region: 'North', unitIds: [21], n: 0, good: 0, bad: 0 },
  { areaId: 3, code: 'A3', name: 'Downs', region: 'South', unitIds: [31], n: 300, good: 180, bad: 0 },
];
const dealt = (areaId: number, wave: number | null, unitIds: number[]) => ({ areaId, stratum: 0, wave, unitIds });
const DRAWN: DrawnPlan = {
  ...{ courseId: 7, title: 'In waves', reason: 'So that customers know.', metric: 'ease', kinds: ['branch'] },
  ...{
    regionIds: null,
    waves: 1,
    comparison: true,
    firstMonday: '2027-03-01',
    weeksBetween: 4,
    daysGiven: 28,
    seed: 1,
  },
  areas: [dealt(1, 0, [11, 12]), dealt(2, null, [21]), dealt(3, 0, [31])],
};
const people = (unitId: number) => ({ unitId, kind: 'branch', asked: 3, askedBefore: 1, done: 2, onLeave: 1 });

describe('the parts of a lot', () => {
  it('count units, people and answers, the comparison last', () => {
    const [first, comparison, ...more] = partsOfLot(DRAWN, AREAS, [people(11), people(31)]);
    expect(more).toEqual([]);
    expect(first).toMatchObject({ wave: 0, startsOn: '2027-03-01', units: 3, people: 14, held: 4, score: 0.65 });
    expect(first!.areas.map(({ code }) => code)).toEqual(['A1', 'A3']);
    expect(comparison).toMatchObject({ wave: null, startsOn: null, units: 1, people: 0, held: 0, score: null });
  });

  it.each([
    [0, '2027-03-01'],
    [2, '2027-04-26'],
  ])('begin wave %d on the Monday %s', (wave, monday) => expect(startOf(DRAWN, wave)).toBe(monday));
});
