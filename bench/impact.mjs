import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Seconds, and megabytes of a whole process with the arrays in it (product/impact.md, "Cost"). */
const BOUNDS = { association: 3, headline: 10, megabytes: 300 };

const CHILD = fileURLToPath(new URL('./support/impact-estimates.mjs', import.meta.url));

/** Leads are tested by F from 300 clusters on, and by wild bootstrap below. */
const CLUSTERS = { many: 575, few: 299 };
const AGAIN = 3;

/**
 * The estimators of studies on 11,500 branches x 260 weeks, unbalanced and weighted by answers: two-way fixed effects, then all that
 * the headline takes (imputation, event study, leads), and 999 draws of a lot on the panel of its areas. Each in a process of its
 * own, the best of three, held against two plain passes over the same arrays. In the product they run in a worker, never
 * while a page is waited for.
 */
export async function run() {
  const association = await measured('association', CLUSTERS.many);
  const many = await measured('headline', CLUSTERS.many);
  const few = await measured('headline', CLUSTERS.few);
  const lots = await measured('lots', CLUSTERS.many);
  const { rows, passes } = association;
  const timed = (name, { seconds }) => ({ name: `${name}: time`, value: seconds, unit: 's', ratio: seconds / passes });
  const memory = (name, { megabytes }) => ({ name: `${name}: memory`, value: megabytes, unit: 'MB', ratio: null });
  const speed = (name, { seconds }) => ({ name: `${name}: speed`, value: rows / seconds, unit: 'rows/s', ratio: null });
  const both = (name, one) => [timed(name, one), speed(name, one), memory(name, one)];
  return {
    references: { 'two plain passes over the arrays: s': passes, rows, 'their arrays alone: MB': association.arrays },
    results: [
      ...both('two-way fixed effects', association),
      ...both(`headline, ${CLUSTERS.many} clusters`, many),
      ...both(`headline, ${CLUSTERS.few} clusters and 999 draws`, few),
      timed('999 lots of 22 areas', lots),
    ],
    targets: [
      atMost('two-way fixed effects: s', BOUNDS.association, association.seconds),
      atMost(`headline, ${CLUSTERS.many} clusters: s`, BOUNDS.headline, many.seconds),
      atMost(`headline, ${CLUSTERS.few} clusters: s`, BOUNDS.headline, few.seconds),
      ...[association, many, few].map(({ megabytes }, at) =>
        atMost(`memory ${at + 1}: MB`, BOUNDS.megabytes, megabytes),
      ),
    ],
  };
}

/** The fastest of several runs, with the most memory that any of them took. */
async function measured(what, clusters) {
  const runs = [];
  for (let at = 0; at < AGAIN; at += 1) {
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, what, String(clusters)]);
    runs.push(JSON.parse(stdout));
  }
  const best = runs.reduce((one, other) => (other.seconds < one.seconds ? other : one));
  return {
    ...best,
    passes: Math.min(...runs.map(({ passes }) => passes)),
    megabytes: Math.max(...runs.map(({ megabytes }) => megabytes)),
  };
}

const atMost = (name, bound, value) => ({ name: `${name}, at most`, bound, value, pass: value <= bound });
