/**
 * Panels like the one of a network, with an effect that is known because it was planted: units in clusters, which start at
 * different weeks or never, differ for good, share a season, are moved together within clusters, and have weeks without answers.
 */
import { normalQuantile } from '../../src/statistics/normal.js';
import type { Staggered } from '../../src/statistics/panel/staggered.js';
import { seededRandom } from '../../src/statistics/seeded-random.js';

export interface Design {
  clusters: number;
  unitsPerCluster: number;
  weeks: number;
  /** The share of clusters that never start, and the weeks between which the others do, each week as likely. */
  never: number;
  starts: readonly [number, number];
  /** The effect by week since the start. */
  effect: (week: number) => number;
  /** What is added by week before the start, -1 and lower: 0 when nobody moved before. */
  before: (week: number) => number;
  /** Standard deviations: of an answer within a week, of a shock to a unit and of one to a whole cluster. */
  answer: number;
  unitShock: number;
  clusterShock: number;
  /** How much of a shock remains a week later, 0 to 1. */
  remains: number;
  /** Answers of a unit in a week lie between 0, which is a missing week, and this; large units have more. */
  answers: number;
}

export const PLAIN: Design = {
  ...{ clusters: 120, unitsPerCluster: 1, weeks: 24, never: 0.3, starts: [6, 20] },
  ...{ effect: (week) => 1 + 0.15 * week, before: () => 0 },
  ...{ answer: 10, unitShock: 2, clusterShock: 1, remains: 0.4, answers: 12 },
};

export interface Simulated extends Staggered {
  /** The planted effect of each row; 0 where there is none. */
  planted: Float64Array;
}

/** The panel of a seed; rows weigh as many answers as they have. */
export function simulatedPanel(changes: Partial<Design>, seed: number): Simulated {
  const design = { ...PLAIN, ...changes };
  const random = seededRandom(seed);
  const normal = () => normalQuantile(Math.max(random(), 1e-12));
  const units = design.clusters * design.unitsPerCluster;
  const [start, clusters] = [new Int32Array(units), new Int32Array(units)];
  const from = new Int32Array(units + 1);
  const [time, weight, y, planted]: number[][] = [[], [], [], []];
  const [first, last] = design.starts;
  for (let cluster = 0; cluster < design.clusters; cluster += 1) {
    const starts = random() < design.never ? design.weeks : first + Math.floor(random() * (last - first + 1));
    const together = shocks(design.weeks, design.clusterShock, design.remains, normal);
    for (let own = 0; own < design.unitsPerCluster; own += 1) {
      const unit = cluster * design.unitsPerCluster + own;
      const [level, alone] = [5 * normal(), shocks(design.weeks, design.unitShock, design.remains, normal)];
      const most = 1 + random() * (design.answers - 1);
      [start[unit], clusters[unit]] = [starts, cluster];
      for (let week = 0; week < design.weeks; week += 1) {
        const n = Math.round(random() * most);
        const noise = normal();
        if (n === 0) continue;
        const effect = starts > week ? 0 : design.effect(week - starts);
        const lead = starts < design.weeks && starts > week ? design.before(week - starts) : 0;
        const season = 3 * Math.sin((2 * Math.PI * week) / 52);
        time!.push(week);
        weight!.push(n);
        planted!.push(effect);
        y!.push(
          70 + level + season + lead + effect + together[week]! + alone[week]! + (design.answer * noise) / Math.sqrt(n),
        );
      }
      from[unit + 1] = time!.length;
    }
  }
  return {
    panel: { units, times: design.weeks, from, time: Int32Array.from(time!), weight: Float64Array.from(weight!) },
    ...{ y: Float64Array.from(y!), planted: Float64Array.from(planted!), start, clusters },
  };
}

/** The average of planted effects over treated rows, as they weigh. */
export function truthOf({ panel, planted, start }: Simulated): number {
  let [sum, total] = [0, 0];
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1) {
      if (panel.time[row]! < start[unit]!) continue;
      sum += panel.weight[row]! * planted[row]!;
      total += panel.weight[row]!;
    }
  return sum / total;
}

/** 1 on treated rows, the regressor of two-way fixed effects. */
export function treatedColumn({ panel, start }: Staggered): Float64Array {
  const column = new Float64Array(panel.time.length);
  for (let unit = 0; unit < panel.units; unit += 1)
    for (let row = panel.from[unit]!; row < panel.from[unit + 1]!; row += 1)
      column[row] = panel.time[row]! >= start[unit]! ? 1 : 0;
  return column;
}

/** Shocks of which a share remains from week to week, with the same standard deviation in every week. */
function shocks(weeks: number, sd: number, remains: number, normal: () => number): number[] {
  const all: number[] = [];
  for (let week = 0; week < weeks; week += 1) {
    const before = all[week - 1];
    all.push(before === undefined ? sd * normal() : remains * before + sd * Math.sqrt(1 - remains ** 2) * normal());
  }
  return all;
}
