/** What the estimators of impact say of many simulated panels whose effect is known. */
import { imputation } from '../../src/statistics/panel/imputation.js';
import { leadsTest } from '../../src/statistics/panel/leads.js';
import { matchedComparison } from '../../src/statistics/panel/matched-comparison.js';
import { twoWayEstimate } from '../../src/statistics/panel/two-way-estimate.js';
import { type Design, simulatedPanel, treatedColumn, truthOf } from './simulated-panel.js';

/** How far estimates lie from the truth on average, how sure that average is, and how often the interval holds the truth. */
export interface TrackRecord {
  mean: number;
  simulationError: number;
  coverage: number;
}

/** The three estimators on the panels of these seeds. */
export function estimatorsOn(design: Partial<Design>, seeds: readonly number[]) {
  const found = seeds.map((seed) => {
    const panel = simulatedPanel(design, seed);
    const truth = truthOf(panel);
    const miss = (estimate: { estimate: number; low: number; high: number }) => ({
      miss: estimate.estimate - truth,
      held: estimate.low <= truth && truth <= estimate.high,
    });
    const imputed = miss(imputation(panel).att!);
    const matched = miss(matchedComparison(panel, new Int32Array(panel.panel.units))!);
    const [slope] = twoWayEstimate(panel.panel, panel.y, [treatedColumn(panel)], {
      ...{ of: 'unit', number: panel.clusters },
    }).slopes;
    return { imputed, matched, twoWay: miss({ estimate: slope!.estimate, ...slope!.error! }) };
  });
  return {
    imputed: recordOf(found.map(({ imputed }) => imputed)),
    matched: recordOf(found.map(({ matched }) => matched)),
    twoWay: recordOf(found.map(({ twoWay }) => twoWay)),
  };
}

/** How many of the panels of these seeds the test of weeks before the start rejects at 5 %, and how many F alone would. */
export function leadsRejectedOn(design: Partial<Design>, seeds: readonly number[], draws = 999) {
  const tests = seeds.map((seed) => leadsTest(simulatedPanel(design, seed), { seed, draws })!);
  return {
    methods: [...new Set(tests.map(({ method }) => method))],
    rejected: tests.filter(({ p }) => p <= 0.05).length,
    byF: tests.filter(({ pByF }) => pByF <= 0.05).length,
  };
}

export const seedsFrom = (first: number, many: number): number[] => Array.from({ length: many }, (_, at) => first + at);

function recordOf(misses: readonly { miss: number; held: boolean }[]): TrackRecord {
  const many = misses.length;
  const mean = misses.reduce((sum, { miss }) => sum + miss, 0) / many;
  const squares = misses.reduce((sum, { miss }) => sum + (miss - mean) ** 2, 0);
  return {
    mean,
    simulationError: Math.sqrt(squares / (many - 1) / many),
    coverage: misses.filter(({ held }) => held).length / many,
  };
}
