import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { netDifference, netEmotion, netVariance } from './net-emotion.js';

const aBalance = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
  .filter(([good, neutral, bad]) => good + neutral + bad > 0)
  .map(([good, neutral, bad]) => ({ good, bad, n: good + neutral + bad }));

describe('net emotion', () => {
  it('is worked by hand in one example', () => {
    // 70 good, 20 bad of 100: net 50 points, variance (0.9 - 0.25) / 100, half width 1.96 * 0.0806 = 15.8 points.
    const net = netEmotion({ good: 70, bad: 20, n: 100 });
    expect(net.value).toBeCloseTo(0.5, 12);
    expect(net.low).toBeCloseTo(0.342, 3);
    expect(net.high).toBeCloseTo(0.658, 3);
  });

  it('has the variance of the answers themselves, written as +1, 0 and -1', () => {
    fc.assert(
      fc.property(aBalance, ({ good, bad, n }) => {
        const mean = (good - bad) / n;
        const spread = (good * (1 - mean) ** 2 + bad * (-1 - mean) ** 2 + (n - good - bad) * mean ** 2) / n;
        expect(netVariance({ good, bad, n })).toBeCloseTo(spread / n, 12);
      }),
    );
  });

  it.each([
    [{ good: 12, bad: 0, n: 12 }, 1],
    [{ good: 0, bad: 12, n: 12 }, -1],
    [{ good: 0, bad: 0, n: 12 }, 0],
  ])('does not claim certainty when every answer points the same way: %p', (balance, value) => {
    const net = netEmotion(balance);
    expect(net.value).toBe(value);
    expect(net.high - net.low).toBeGreaterThan(0.2);
  });

  it('stays within a hundred points and holds its value', () => {
    fc.assert(
      fc.property(aBalance, (balance) => {
        const { low, value, high } = netEmotion(balance);
        expect(-1 <= low && low <= value && value <= high && high <= 1).toBe(true);
      }),
    );
  });

  it('differs by the difference, with the variances added', () => {
    const difference = netDifference({ good: 70, bad: 20, n: 100 }, { good: 50, bad: 40, n: 100 });
    expect(difference.value).toBeCloseTo(0.4, 12);
    expect(difference.p).toBeLessThan(0.01);
    expect(netDifference({ good: 5, bad: 0, n: 5 }, { good: 5, bad: 0, n: 5 }).p).toBe(1);
  });
});
