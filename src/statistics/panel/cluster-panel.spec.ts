import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clusterPanel } from './cluster-panel.js';
import { panelOf } from './panel.js';
import { twoWayEstimate } from './two-way-estimate.js';

const [UNITS, TIMES] = [6, 4];

/** Unbalanced panels with some rows of weight 0, whose outcome is not even a number. */
const somePanel = fc
  .uniqueArray(
    fc.record({
      unit: fc.integer({ min: 0, max: UNITS - 1 }),
      time: fc.integer({ min: 0, max: TIMES - 1 }),
      weight: fc.integer({ min: 0, max: 9 }),
      value: fc.integer({ min: -50, max: 50 }),
    }),
    { minLength: 1, maxLength: UNITS * TIMES, selector: ({ unit, time }) => unit * TIMES + time },
  )
  .map((rows) => {
    const { panel, order } = panelOf(rows, UNITS, TIMES);
    const y = Float64Array.from(order, (at) => (rows[at]!.weight > 0 ? rows[at]!.value : NaN));
    return { panel, y, rows };
  });
const someClusters = fc
  .array(fc.integer({ min: 0, max: 2 }), { minLength: UNITS, maxLength: UNITS })
  .map((all) => Int32Array.from(all));

const eachOwn = (units: number) => Int32Array.from({ length: units }, (_, unit) => unit);

describe('a panel of clusters', () => {
  it('has the weighted mean and the weight of the units that were observed', () => {
    const rows = [
      { unit: 0, time: 0, weight: 1 },
      { unit: 0, time: 2, weight: 5 },
      { unit: 1, time: 0, weight: 3 },
      { unit: 2, time: 1, weight: 2 },
      { unit: 2, time: 2, weight: 0 },
    ];
    const { panel } = panelOf(rows, 3, 3);
    const made = clusterPanel(panel, Float64Array.from([8, 7, 4, 6, NaN]), Int32Array.from([1, 1, 2]), 4);
    expect([...made.panel.from]).toEqual([0, 0, 2, 3, 3]);
    expect([...made.panel.time]).toEqual([0, 2, 1]);
    expect([...made.panel.weight]).toEqual([4, 5, 2]);
    expect([...made.y]).toEqual([5, 7, 6]);
    expect([made.panel.units, made.panel.times]).toEqual([4, 3]);
  });

  it('weighs and adds up to the same at every time as the panel of units', () => {
    fc.assert(
      fc.property(somePanel, someClusters, ({ panel, y, rows }, cluster) => {
        const made = clusterPanel(panel, y, cluster, 3);
        for (let time = 0; time < TIMES; time += 1) {
          const own = rows.filter((row) => row.time === time);
          const mine = [...made.panel.time.keys()].filter((row) => made.panel.time[row] === time);
          const weight = mine.reduce((sum, row) => sum + made.panel.weight[row]!, 0);
          const total = mine.reduce((sum, row) => sum + made.panel.weight[row]! * made.y[row]!, 0);
          expect(weight).toBe(own.reduce((sum, row) => sum + row.weight, 0));
          expect(total).toBeCloseTo(
            own.reduce((sum, row) => sum + row.weight * row.value, 0),
            9,
          );
        }
      }),
    );
  });

  it('is the same whether units are put together at once or by way of smaller clusters', () => {
    fc.assert(
      fc.property(somePanel, someClusters, ({ panel, y }, cluster) => {
        const byTwo = Int32Array.from([0, 0, 1]);
        const small = clusterPanel(panel, y, cluster, 3);
        const stepwise = clusterPanel(small.panel, small.y, byTwo, 2);
        const atOnce = clusterPanel(
          panel,
          y,
          cluster.map((own) => byTwo[own]!),
          2,
        );
        expect(stepwise.panel).toEqual(atOnce.panel);
        stepwise.y.forEach((value, row) => expect(value).toBeCloseTo(atOnce.y[row]!, 9));
      }),
    );
  });

  it('of units that are each a cluster is the panel without its rows of weight 0', () => {
    fc.assert(
      fc.property(somePanel, ({ panel, y, rows }) => {
        const made = clusterPanel(panel, y, eachOwn(UNITS), UNITS);
        const used = rows.filter(({ weight }) => weight > 0);
        expect(made.panel).toEqual(panelOf(used, UNITS, TIMES).panel);
        made.y.forEach((value, row) => expect(value).toBeCloseTo([...y].filter(Number.isFinite)[row]!, 9));
      }),
    );
  });

  it('has the coefficient of the panel of units where whole clusters start and their units stay the same', () => {
    // Four clusters of two units of unequal, unchanging weight, started at times 1, 2 and never.
    const start = [1, 2, 4, 4];
    const rows = Array.from({ length: 8 * TIMES }, (_, at) => ({
      unit: Math.floor(at / TIMES),
      time: at % TIMES,
      weight: 1 + (Math.floor(at / TIMES) % 3),
    }));
    const { panel } = panelOf(rows, 8, TIMES);
    const y = Float64Array.from(rows, ({ unit, time }) => ((unit * 37 + time * 101) % 17) + unit * time);
    const cluster = Int32Array.from({ length: 8 }, (_, unit) => unit % 4);
    const treated = Float64Array.from(rows, ({ unit, time }) => Number(time >= start[unit % 4]!));
    const made = clusterPanel(panel, y, cluster, 4);
    const treatedClusters = Float64Array.from({ length: 4 * TIMES }, (_, at) =>
      Number(at % TIMES >= start[Math.floor(at / TIMES)]!),
    );
    const [units, clusters] = [
      twoWayEstimate(panel, Float64Array.from(y), [treated], { of: 'unit', number: cluster }),
      twoWayEstimate(made.panel, made.y, [treatedClusters]),
    ];
    expect(clusters.slopes[0]!.estimate).toBeCloseTo(units.slopes[0]!.estimate, 10);
    expect(clusters.slopes[0]!.error!.cr0).toBeCloseTo(units.slopes[0]!.error!.cr0, 10);
  });

  it.each([[[0, 3]], [[-1, 0]], [[0]]])('is refused where units are in clusters %j of three', (cluster) => {
    const { panel } = panelOf([{ unit: 0, time: 0, weight: 1 }], 2, 1);
    expect(() => clusterPanel(panel, new Float64Array(1), Int32Array.from(cluster), 3)).toThrow(
      'A unit is in none of the clusters.',
    );
  });
});
