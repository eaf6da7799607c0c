import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Funnel, FUNNEL_LIMITS, funnelLimits, funnelOf, placeInFunnel, zOf } from './funnel.js';
import { HOSPITALS } from './published-shares.js';

function funnel(): Funnel {
  const found = funnelOf(HOSPITALS);
  if (!found) throw new Error('Twelve hospitals have a funnel.');
  return found;
}
const hospital = (letter: string) => HOSPITALS['ABCDEFGHIJKL'.indexOf(letter)] ?? { hits: 0, n: 0 };

/** The equations of Spiegelhalter et al. (2012) for the hospitals of "Surgical", worked in 30 digits apart from this code. */
describe('the funnel of twelve hospitals', () => {
  it('has its middle and its over-dispersion', () => {
    expect(funnel().centre).toBeCloseTo(208 / 2814, 12);
    expect(funnel().between).toBeCloseTo(0.001859039983619922, 12);
  });

  it.each([
    [148, 'warning', 0.02494123580960645, 0.1460164088375893],
    [148, 'action', 0.00830623674757342, 0.1966263114746388],
    [810, 'warning', 0.03350744695675303, 0.1284775765016698],
    [810, 'action', 0.01718368911531446, 0.1656861617491986],
  ] as const)('at %d answers has its %s limits', (n, limit, low, high) => {
    const limits = funnelLimits(funnel(), n, FUNNEL_LIMITS[limit]);
    expect(limits.low).toBeCloseTo(low, 12);
    expect(limits.high).toBeCloseTo(high, 12);
  });

  it.each([
    ['A', -3.2498522863619, 'low'],
    ['B', 1.3579388563333, 'inside'],
    ['D', -0.74571079971521, 'inside'],
    ['H', 2.0765561275769, 'ratherHigh'],
    ['L', -0.2806874515426, 'inside'],
  ] as const)('puts %s %d standard errors from the middle: %s', (letter, z, place) => {
    expect(zOf(hospital(letter), funnel())).toBeCloseTo(z, 10);
    expect(placeInFunnel(hospital(letter), funnel())).toBe(place);
  });
});

describe('a funnel', () => {
  it('has limits exactly where its words change', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const share = { hits: Math.round(part * n), n };
        const { low, high } = funnelLimits(funnel(), n, FUNNEL_LIMITS.action);
        const raw = share.hits / n;
        fc.pre(Math.abs(raw - low) > 1e-9 && Math.abs(raw - high) > 1e-9);
        expect(['low', 'high'].includes(placeInFunnel(share, funnel()))).toBe(raw < low || raw > high);
      }),
    ));

  it('narrows with answers, and no further than places differ anyhow', () => {
    const width = (n: number) => {
      const { low, high } = funnelLimits(funnel(), n, 0.95);
      return high - low;
    };
    expect(width(10)).toBeGreaterThan(width(100));
    expect(width(100)).toBeGreaterThan(width(1_000_000));
    expect(width(1_000_000)).toBeGreaterThan(0.05);
    expect(funnelLimits({ centre: 0.8, between: 0 }, 1_000_000, 0.95).high).toBeLessThan(0.802);
  });

  it('is not widened by the outlier it is to show', () => {
    const alike = Array.from({ length: 40 }, () => ({ hits: 40, n: 50 }));
    const found = funnelOf([...alike, { hits: 10, n: 50 }]);
    expect(found?.between).toBe(0);
    expect(found && placeInFunnel({ hits: 10, n: 50 }, found)).toBe('low');
  });

  it('stays within none and all, and needs two places', () => {
    expect(funnelLimits({ centre: 0.99, between: 0 }, 1, 0.998)).toMatchObject({ high: 1 });
    expect(funnelLimits({ centre: 0.01, between: 0 }, 1, 0.998)).toMatchObject({ low: 0 });
    expect(funnelOf([{ hits: 3, n: 4 }, { hits: 0, n: 0 }])).toBeNull(); // prettier-ignore
  });
});
