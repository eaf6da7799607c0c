import { describe, expect, it } from '@jest/globals';
import { packed } from '../../../test/support/study-panel.js';
import { type PanelUnit, studyPanel } from './study-panel.js';

const unit = (unitId: number, placed: Partial<PanelUnit> = {}): PanelUnit => ({
  ...{ unitId, areaId: 4, regionId: 9, start: null, ...placed },
});

describe('the panel of a study', () => {
  it('puts weeks of all units, in any order within a week, together by unit', () => {
    const answers = [
      { week: 0, said: packed([7, 10, 6, 70_000, 3, -3]) },
      { week: 2, said: packed([70_000, 4, 1, 7, 40_000, 40_000]) },
    ];
    const { panel, y, unitIds } = studyPanel([unit(70_000), unit(7)], answers, 5, 'answers');
    expect([panel.units, panel.times]).toEqual([2, 5]);
    expect([[...unitIds], [...panel.from]]).toEqual([
      [70_000, 7],
      [0, 2, 4],
    ]);
    expect([...panel.time]).toEqual([0, 2, 0, 2]);
    expect([...y]).toEqual([-100, 25, 60, 100]);
    expect([...panel.weight]).toEqual([3, 4, 10, 40_000]);
  });

  it('leaves out units without answers, their places, and answers of units that take no part', () => {
    const units = [unit(1, { areaId: 5 }), unit(2), unit(3, { areaId: 6 }), unit(4)];
    const answers = [{ week: 1, said: packed([2, 5, 4, 3, 8, 8, 99, 1, 1, 4, 2, 0]) }];
    const { panel, unitIds, area, areaIds } = studyPanel(units, answers, 3, 'equal');
    expect([[...unitIds], [...panel.from], [...panel.weight]]).toEqual([
      [2, 3, 4],
      [0, 1, 2, 3],
      [1, 1, 1],
    ]);
    expect([[...area], areaIds]).toEqual([
      [0, 1, 0],
      [4, 6],
    ]);
  });

  it.each([
    [null, 3],
    [0, 0],
    [2, 2],
    [3, 3],
    [60, 3],
  ])('counts a unit that starts in week %p of three as trained from %p on', (start, from) => {
    const { start: starts } = studyPanel([unit(1, { start })], [{ week: 0, said: packed([1, 1, 1]) }], 3, 'answers');
    expect([...starts]).toEqual([from]);
  });

  it('is empty where nobody answered', () => {
    const { panel, y, areaIds } = studyPanel([unit(1)], [], 3, 'answers');
    expect([panel.units, [...panel.from], y.length, areaIds]).toEqual([0, [0], 0, []]);
  });
});
