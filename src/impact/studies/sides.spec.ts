import { describe, expect, it } from '@jest/globals';
import { madePanel } from '../../../test/support/study-panel.js';
import { clustersOf, panelFacts } from './panel-facts.js';
import { sidesOf } from './sides.js';

/** The same answers in each of some weeks. */
const steady = (from: number, to: number, n: number): [number, number, number][] =>
  Array.from({ length: to - from }, (_, at) => [from + at, n, n]);

const panel = madePanel(
  [
    { weeks: steady(0, 60, 4), start: 30, area: 7 },
    { weeks: steady(0, 60, 2), start: 40, area: 7 },
    { weeks: steady(0, 60, 5), start: null, area: 8 },
    { weeks: steady(20, 60, 9), start: 0, area: 8 },
    { weeks: steady(35, 60, 9), start: 35, area: 8 },
    { weeks: steady(0, 60, 1), start: 58, area: 9 },
  ],
  60,
);

describe('who is on which side', () => {
  const sides = sidesOf(panel, clustersOf(panel, 'area'));

  it('counts units by when they were trained; without a before they say nothing', () => {
    expect(sides).toMatchObject({ units: 6, trained: 3, untrained: 1, always: 2 });
  });

  it('counts the areas that they are in', () => {
    expect(sides).toMatchObject({ clusters: 3, trainedClusters: 2 });
    expect(sidesOf(panel, clustersOf(panel, 'unit'))).toMatchObject({ clusters: 6, trainedClusters: 3 });
  });

  it('counts answers in windows of 26 weeks: before the start, since, and beside from the first start on', () => {
    // 26 weeks of 4, 26 of 2, and 26 of 1; then 26 of 4, 20 of 2 and 2 of 1.
    expect(sides.answersBefore).toBeCloseTo((104 + 52 + 26) / 3, 12);
    expect(sides.answersSince).toBeCloseTo((104 + 40 + 2) / 3, 12);
    // Until its own start: 10 weeks of 2, 26 of 5, 26 of 1.
    expect(sides).toMatchObject({ compared: 3, answersBeside: (20 + 130 + 26) / 3 });
  });

  it('names units with fewer than 30 answers in a window', () => {
    expect(sides.thin).toBe(1);
  });

  it('says when units started, as Mondays', () => {
    expect(sides.starts).toEqual([30, 40, 58]);
    expect(panelFacts(sides, '2026-01-05')).toMatchObject({
      firstStart: '2026-08-03',
      lastStart: '2027-02-15',
      starts: 3,
    });
  });

  it('has nothing to say of nobody', () => {
    const nobody = madePanel([], 10);
    expect(panelFacts(sidesOf(nobody, clustersOf(nobody, 'unit')), '2026-01-05')).toMatchObject({
      ...{ units: 0, trained: 0, untrained: 0, clusters: 0, firstStart: null, lastStart: null, starts: 0 },
      ...{ answersBefore: 0, answersSince: 0, answersBeside: 0 },
    });
  });
});
