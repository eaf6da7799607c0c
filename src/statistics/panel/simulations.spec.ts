import { describe, expect, it } from '@jest/globals';
import { estimatorsOn, leadsRejectedOn, seedsFrom } from '../../../test/statistics/simulations.js';

// Few panels, so that all tests stay quick; many of them are in the long checks. Bounds are such that an estimator that is right
// would break one of them about once in 500 sets of panels (binomial: fewer than 88 of 100 at 95 %, more than 9 of 60 at 5 %).
describe('100 panels of 120 clusters with staggered starts and a growing effect', () => {
  const { imputed, twoWay, matched } = estimatorsOn({}, seedsFrom(1, 100));

  it('have imputation right on average', () =>
    expect(Math.abs(imputed.mean)).toBeLessThan(3 * imputed.simulationError));

  it.each([
    ['imputation', imputed],
    ['the matched comparison', matched],
  ])('have the truth in the 95 %% interval of %s in 88 or more', (_, { coverage }) =>
    expect(coverage).toBeGreaterThanOrEqual(0.88),
  );

  it('have two-way fixed effects far from the truth', () => {
    expect(twoWay.mean).toBeLessThan(-0.3);
    expect(twoWay.mean).toBeLessThan(-8 * twoWay.simulationError);
    expect(twoWay.coverage).toBeLessThan(0.88);
  });
});

describe('60 panels in which nobody moved before', () => {
  it('are rejected in at most 9, with many clusters by F', () => {
    const { rejected, methods } = leadsRejectedOn({ clusters: 320, starts: [10, 20] }, seedsFrom(1, 60));
    expect(methods).toEqual(['f']);
    expect(rejected).toBeLessThanOrEqual(9);
  });

  it('are rejected in at most 9, with 40 clusters by the wild bootstrap, where F rejects more', () => {
    const found = leadsRejectedOn({ clusters: 40, starts: [10, 20] }, seedsFrom(1, 60), 99);
    expect(found.methods).toEqual(['wildBootstrap']);
    expect(found.rejected).toBeLessThanOrEqual(9);
    expect(found.byF).toBeGreaterThan(9);
  });
});
