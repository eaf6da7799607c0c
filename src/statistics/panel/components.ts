/**
 * Which units and times hang together. Two units are linked by a time at which both are observed; effects of units and of
 * times can only be told apart, and compared, within what is linked (Abowd, Creecy and Kramarz 2002, "Computing person and
 * firm effects using linked longitudinal employer-employee data").
 */
import type { Panel } from './panel.js';

export interface Components {
  count: number;
  /** The component of each unit and each time, from 0; -1 for those without a row of weight above 0. */
  ofUnit: Int32Array;
  ofTime: Int32Array;
}

/** The connected components of units and times, by the rows whose weight is above 0. */
export function componentsOf({ units, times, from, time }: Panel, weight: Float64Array): Components {
  const parent = Int32Array.from({ length: times }, (_, at) => at);
  const firstTime = new Int32Array(units).fill(-1);
  const seen = new Uint8Array(times);
  for (let unit = 0; unit < units; unit += 1)
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1) {
      if (!(weight[row]! > 0)) continue;
      const at = time[row]!;
      seen[at] = 1;
      if (firstTime[unit]! < 0) firstTime[unit] = at;
      else join(parent, firstTime[unit]!, at);
    }
  const number = new Int32Array(times).fill(-1);
  let count = 0;
  const ofTime = Int32Array.from({ length: times }, (_, at) => {
    if (seen[at] === 0) return -1;
    const root = rootOf(parent, at);
    if (number[root]! < 0) number[root] = count++;
    return number[root]!;
  });
  return { count, ofUnit: firstTime.map((at) => (at < 0 ? -1 : ofTime[at]!)), ofTime };
}

function join(parent: Int32Array, one: number, other: number): void {
  const [a, b] = [rootOf(parent, one), rootOf(parent, other)];
  if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
}

function rootOf(parent: Int32Array, at: number): number {
  let root = at;
  while (parent[root]! !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}
