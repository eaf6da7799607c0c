import { describe, expect, it } from '@jest/globals';
import type { AreaToDeal } from './plan-lot.js';
import { wavesOf, drawPlan } from './plan-lot.js';
import { powerOfLot } from './plan-power.js';
import { weeksCompared, whatIf } from './plan-what-if.js';
import type { PlanChoice } from './wave-plan.js';

const CHOICE: PlanChoice = {
  ...{ courseId: 7, title: 'In waves', reason: 'So that customers know.', metric: 'ease', kinds: ['branch'] },
  ...{ regionIds: null, waves: 2, comparison: false, firstMonday: '2027-03-01', weeksBetween: 6, daysGiven: 28 },
};
const areas: AreaToDeal[] = Array.from({ length: 8 }, (_, at) => ({
  ...{ areaId: at + 1, regionId: 1, score: 0.5 + at / 100, unitIds: [at] },
}));
const heard = { areas: areas.map(({ score }) => ({ n: 400, good: Math.round(400 * score!), bad: 0 })), weeks: 52 };

describe('what else could be planned', () => {
  it('sets usual weeks beside the chosen ones', () => {
    expect(weeksCompared(6)).toEqual([2, 4, 6, 8, 13, 26]);
    expect(weeksCompared(4)).toEqual([2, 4, 8, 13, 26]);
  });

  it('holds the chosen plan as it is', () => {
    const own = whatIf(CHOICE, areas, heard).find(({ chosen }) => chosen)!;
    const power = powerOfLot(wavesOf(drawPlan(CHOICE, areas).areas), 2, heard, 6)!;
    expect(own.waves).toBe(2);
    expect(own.smallest[2]).toBe(power.smallest);
    expect(own.smallest).toEqual([...own.smallest].sort((a, b) => b! - a!));
  });

  it.each([
    ['two to six waves without a comparison', CHOICE, 8, [2, 3, 4, 5, 6]],
    ['one wave too with a comparison', { ...CHOICE, comparison: true }, 8, [1, 2, 3, 4, 5, 6]],
    ['no more parts than areas', { ...CHOICE, comparison: true }, 3, [1, 2]],
  ])('offers %s', (_, choice, many, waves) => {
    const few = { ...heard, areas: heard.areas.slice(0, many) };
    expect(whatIf(choice, areas.slice(0, many), few).map((row) => row.waves)).toEqual(waves);
  });

  it('says nothing where nobody answered', () => {
    const silent = { ...heard, areas: areas.map(() => ({ n: 0, good: 0, bad: 0 })) };
    expect(whatIf(CHOICE, areas, silent)[0]!.smallest).toEqual([null, null, null, null, null, null]);
  });
});
