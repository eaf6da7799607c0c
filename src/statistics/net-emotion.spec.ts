import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { netDifference, netEmotion, netVariance } from './net-emotion.js';

const aBalance = fc
  .tuple(fc.nat(300), fc.nat(300), fc.nat(300))
  .filter(([good, neutral, bad]) => good + neutral + bad > 0)
  .map(([good, neutral, bad]) => ({ good, bad, n: good + neutral + bad }));

describe('net emotion', () => {
  // A net share is the difference of two shares of the same people, and its variance that of a matched pair. Printed are:
  // Agresti (2002), "Categorical data analysis", 10.1: of 1600 people 86 came to approve of the prime minister and 150 ceased
  // to: -0.04, standard error 0.0095, -0.06 to -0.02. For the buyers of coffee of Grover and Srinivasan (1987), in Agresti
  // (2007), "An introduction to categorical data analysis", 8.3, of 541 of whom 78 and 42 changed their brand one way and the
  // other, the Wald interval of the R package PropCIs is 0.067, 0.027 to 0.106. The longer digits are not printed: they are the
  // formula for the same counts, evaluated in 50 digits apart from this code.
  it.each([
    [86, 150, 1600, '-0.04', 2, ['-0.06', '-0.02'], -0.05871611675033167, -0.02128388324966833, 9.11875e-5],
    [78, 42, 541, '0.067', 3, ['0.027', '0.106'], 0.0272551886713974, 0.1058316874838706, 0.0004018178024169836],
  ])('of %d good and %d bad of %d is the published one', (good, bad, n, net, digits, range, low, high, variance) => {
    const found = netEmotion({ good, bad, n });
    expect(found.value.toFixed(digits)).toBe(net);
    expect([found.low.toFixed(digits), found.high.toFixed(digits)]).toEqual(range);
    expect(Math.abs(found.low - low)).toBeLessThan(1e-9);
    expect(Math.abs(found.high - high)).toBeLessThan(1e-9);
    expect(Math.abs(netVariance({ good, bad, n }) - variance)).toBeLessThan(1e-12);
  });

  // The same, 10.1, and Agresti (2007), 8.1: 132 and 107 of 1144 would do one thing for the environment and not the other.
  it.each([
    [86, 150, 1600, '-0.040', '0.0095'],
    [132, 107, 1144, '0.022', '0.0135'],
  ])('of %d good and %d bad of %d has the standard error that Agresti prints', (good, bad, n, net, error) => {
    expect(netEmotion({ good, bad, n }).value.toFixed(3)).toBe(net);
    expect(Math.sqrt(netVariance({ good, bad, n })).toFixed(4)).toBe(error);
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

  it('turns round when good and bad do, and is a number from one answer to a thousand million', () => {
    for (const n of [1, 1e9])
      for (const good of [0, Math.floor(n / 3), n])
        for (const bad of [0, Math.floor((n - good) / 2), n - good]) {
          const { low, value, high } = netEmotion({ good, bad, n });
          expect(-1 <= low && low <= value && value <= high && high <= 1).toBe(true);
          expect(netEmotion({ good: bad, bad: good, n }).low).toBeCloseTo(-high, 12);
        }
  });

  // Not printed anywhere: the two published tables above against each other, variances added, in 50 digits.
  it('differs by the difference, with the variances added', () => {
    const difference = netDifference({ good: 78, bad: 42, n: 541 }, { good: 132, bad: 107, n: 1144 });
    expect(Math.abs(difference.value - 0.0446902912244872)).toBeLessThan(1e-9);
    expect(Math.abs(difference.low - -0.00267516166276981)).toBeLessThan(1e-9);
    expect(Math.abs(difference.high - 0.0920557441117441)).toBeLessThan(1e-9);
    expect(Math.abs(difference.p - 0.0644192918315029)).toBeLessThan(1e-9);
    expect(netDifference({ good: 5, bad: 0, n: 5 }, { good: 5, bad: 0, n: 5 }).p).toBe(1);
  });
});
