import { describe, expect, it } from '@jest/globals';
import { ApiProblem } from '../../platform/api/api-problem.js';
import { NO_COUNTS } from '../metrics/counts.js';
import { metricsPeriod } from './metrics-period.js';
import { unitMetrics } from './unit-metrics.js';

const WEDNESDAY = '2027-02-10';

describe('the weeks that a program asks for', () => {
  it.each([
    [{}, '2026-11-09', '2027-02-01'],
    [{ to: '2027-01-01' }, '2026-10-05', '2026-12-28'],
    [{ from: '2027-01-20' }, '2027-01-18', '2027-02-01'],
    [{ from: '2027-01-18', to: '2027-01-24' }, '2027-01-18', '2027-01-18'],
    [{ from: '2027-02-01', to: '2027-12-31' }, '2027-02-01', '2027-02-01'],
    [{ from: '2027-02-08', to: '2027-02-14' }, '2027-02-08', '2027-02-01'],
  ])('%j: from %s to %s', (query, from, to) => {
    expect(metricsPeriod(query, WEDNESDAY)).toEqual({ from, to });
  });

  it.each([
    [{ from: 'x' }, 'from'],
    [{ to: ['2027-01-01'] }, 'to'],
    [{ to: '0001-01-08' }, 'to'],
    [{ from: '2027-02-01', to: '2027-01-01' }, 'from'],
    [{ from: '2020-01-01' }, 'from'],
    [{ from: '2020-01-01', to: '2027-01-01' }, 'from'],
  ])('%j is refused, and says where', (query, parameter) => {
    const asked = () => metricsPeriod(query, WEDNESDAY);
    expect(asked).toThrow(ApiProblem);
    expect(faultsOf(asked)).toEqual([expect.objectContaining({ parameter })]);
  });
});

describe('figures for programs', () => {
  const unit = { id: 1, code: '021047', name: 'Ashbridge', kind: 'branch' } as const;
  const answered = (n: number, top: number) => ({ ...NO_COUNTS, responses: n, ease: { n, top, sum: n * 4 } });
  const easeOf = (n: number, top: number) =>
    unitMetrics(unit, { from: WEDNESDAY, to: WEDNESDAY }, [{ week: WEDNESDAY, counts: answered(n, top) }]).total.ease;

  it.each([
    [9, 9, null],
    [10, 8, { topTwoBox: 80, low: 49.02, high: 94.33, mean: 4, standing: 'tentative' }],
    [30, 24, { topTwoBox: 80, low: 62.69, high: 90.49, mean: 4, standing: 'firm' }],
  ])('of %i answers', (n, top, score) => {
    expect(easeOf(n, top)).toEqual({ n, score });
  });
});

function faultsOf(asked: () => unknown) {
  try {
    asked();
  } catch (error) {
    return (error as ApiProblem).more.errors;
  }
  return null;
}
