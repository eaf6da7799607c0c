import { describe, expect, it } from '@jest/globals';
import { simulatedPanel } from '../../../test/statistics/simulated-panel.js';
import { eventStudy, FIRST_WEEK } from './event-study.js';
import { imputation } from './imputation.js';
import { untreatedFit } from './staggered.js';

describe('the effect week by week', () => {
  it('goes from 12 weeks before the start on, in order, and is that of imputation since the start', () => {
    const panel = simulatedPanel({ weeks: 40, starts: [16, 30] }, 4);
    const { weeks, dropped } = eventStudy(panel);
    const imputed = imputation(panel).weeks;
    expect(weeks[0]!.week).toBe(-FIRST_WEEK);
    expect(weeks.map(({ week }) => week)).toEqual(weeks.map((_, at) => at - FIRST_WEEK));
    expect(weeks.slice(FIRST_WEEK)).toEqual(imputed);
    expect(dropped).toEqual([]);
  });

  it('uses what has been worked out already', () => {
    const panel = simulatedPanel({}, 4);
    const fit = untreatedFit(panel);
    expect(eventStudy(panel, { fit, imputed: imputation(panel, { fit }) })).toEqual(eventStudy(panel));
  });

  it('finds what was planted on either side when there is no noise', () => {
    const before = (week: number) => (week >= -FIRST_WEEK ? 0.5 * (week + FIRST_WEEK + 1) : 0);
    const panel = simulatedPanel(
      { ...{ answer: 0, unitShock: 0, clusterShock: 0 }, weeks: 40, starts: [20, 30], before, effect: () => 0 },
      4,
    );
    for (const { week, estimate } of eventStudy(panel).weeks.filter(({ week: one }) => one < 0))
      expect(estimate).toBeCloseTo(before(week), 8);
    const still = simulatedPanel({ answer: 0, unitShock: 0, clusterShock: 0, effect: (week) => week }, 4);
    for (const { week, estimate } of eventStudy(still).weeks) expect(estimate).toBeCloseTo(Math.max(0, week), 8);
  });

  it('shows a week while enough clusters have a row in it, on either side', () => {
    const few = simulatedPanel({ clusters: 20 }, 4);
    expect(eventStudy(few).weeks).toEqual([]);
    const { weeks } = eventStudy(few, { leastClusters: 5 });
    expect(weeks.length).toBeGreaterThan(10);
    for (const { clusters } of weeks) expect(clusters).toBeGreaterThanOrEqual(5);
  });

  it('names the weeks before the start that nothing tells apart, the furthest ones', () => {
    // Nobody is untreated for good and nobody is seen more than six weeks before the start: a trend fits all of it.
    const { dropped, convention } = eventStudy(simulatedPanel({ never: 0, starts: [4, 6] }, 4), { leastClusters: 1 });
    expect(dropped).toEqual([-5, -6, -7, -8, -9, -10, -11, -12]);
    expect(convention).toMatch('Since the start: imputation.');
  });
});
