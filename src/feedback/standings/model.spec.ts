import { describe, expect, it } from '@jest/globals';
import { placeOfZ } from '../metrics/fair.js';
import { HOSPITALS } from '../../statistics/published-shares.js';
import { shrunk } from '../../statistics/shrinkage.js';
import { areaPriors, type Compared, fairOf, modelOf } from './model.js';

const unit = (areaId: number, hits: number, n: number): Compared => ({ areaId, hits, n });
/** Area 1 has twenty units of 50 answers, 60 to 92 of 100; area 2 three such units; area 3 fifteen with 10 answers each. */
const ALL = [
  ...Array.from({ length: 20 }, (_, i) => unit(1, 30 + 2 * (i % 9), 50)),
  ...Array.from({ length: 3 }, (_, i) => unit(2, 30 + i, 50)),
  ...Array.from({ length: 15 }, (_, i) => unit(3, 6 + (i % 4), 10)),
];

function model(all = ALL) {
  const found = modelOf(all);
  if (!found) throw new Error('There are enough units for a model.');
  return found;
}

describe('what units of a kind have in common', () => {
  it('is told from ten units with answers on', () => {
    const hospitals = HOSPITALS.map((share) => ({ ...share, areaId: 1 }));
    expect(modelOf(hospitals.slice(0, 9))).toBeNull();
    expect(modelOf(hospitals.slice(1, 10))).toBeNull();
    expect(modelOf(hospitals)).toMatchObject({ units: 12, answers: 2814 });
    expect(modelOf([])).toBeNull();
  });

  it('is not told where all answer the same: nobody learns how they differ', () =>
    expect(modelOf(Array.from({ length: 12 }, () => unit(1, 20, 20)))).toBeNull());

  it('counts units without answers for nothing', () =>
    expect(modelOf([...ALL, unit(1, 0, 0), unit(9, 0, 0)])).toEqual(model()));

  it('of one area alone is one and the same within it and over all', () => {
    const one = model(ALL.map((each) => ({ ...each, areaId: 1 })));
    expect(one.withinAreas).toBe(one.correlation);
  });
});

describe('where a unit is drawn to', () => {
  it('is the mean of its area where ten units and 300 answers tell it, and of the network elsewhere', () => {
    const priors = areaPriors(ALL, model());
    expect([...priors.keys()]).toEqual([1]);
    const hits = ALL.filter(({ areaId }) => areaId === 1).reduce((sum, { hits: own }) => sum + own, 0);
    expect(priors.get(1)?.mean).toBeCloseTo(hits / 1000, 12);
    const network = { mean: model().funnel.centre, correlation: model().correlation };
    expect(fairOf(unit(2, 30, 50), model(), priors)?.value).toBeCloseTo(
      100 * shrunk({ hits: 30, n: 50 }, network).value,
      1,
    );
  });

  it.each([
    [9, null],
    [10, true],
    [29, true],
    [30, true],
  ])('%d answers have a fair score: %p', (n, has) =>
    expect(fairOf(unit(1, n - 2, n), model(), areaPriors(ALL, model())) === null ? null : true).toBe(has),
  );

  it('lies between its own score and the mean, the nearer to the mean the fewer its answers', () => {
    const priors = areaPriors(ALL, model());
    const [few, many] = [fairOf(unit(1, 10, 10), model(), priors), fairOf(unit(1, 500, 500), model(), priors)];
    expect(few?.value).toBeLessThan(many?.value ?? 0);
    expect(many?.value).toBeLessThan(100);
    expect(few?.value).toBeGreaterThan(100 * (priors.get(1)?.mean ?? 1));
  });
});

describe('the words of a place in the funnel', () => {
  it.each([
    [-3.1, 'low'],
    [-3.09, 'ratherLow'],
    [-1.97, 'ratherLow'],
    [-1.96, 'inside'],
    [0, 'inside'],
    [1.96, 'inside'],
    [3.09, 'ratherHigh'],
    [3.1, 'high'],
  ])('%d standard errors off is %s', (z, place) => expect(placeOfZ(z)).toBe(place));
});
