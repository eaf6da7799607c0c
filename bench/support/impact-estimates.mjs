/** Runs the estimators of one kind on a made panel and prints what that took, as JSON: seconds, and the most memory of the process. */
import { imputationByStart, treatedFrom } from '../../dist/statistics/panel/estimates-by-start.js';
import { eventStudy } from '../../dist/statistics/panel/event-study.js';
import { imputation } from '../../dist/statistics/panel/imputation.js';
import { leadsTest } from '../../dist/statistics/panel/leads.js';
import { untreatedFit } from '../../dist/statistics/panel/staggered.js';
import { twoWayEstimate } from '../../dist/statistics/panel/two-way-estimate.js';
import { amongLots, dealtAnew } from '../../dist/statistics/permutation.js';
import { seededRandom } from '../../dist/statistics/seeded-random.js';

const [what, clusters] = [process.argv[2], Number(process.argv[3])];
const NETWORK = { units: 11_500, weeks: 260 };
const AREAS = { units: 22, weeks: 78 };

const RUN = { association, headline, lots };
const { panel, y, start, cluster } = made(what === 'lots' ? AREAS : NETWORK, clusters);
const passes = twoPasses(panel, y);
const begun = performance.now();
RUN[what]();
const seconds = (performance.now() - begun) / 1000;
const rows = y.length;
const arrays = (panel.time.byteLength + panel.weight.byteLength + y.byteLength) / 2 ** 20;
// Kilobytes on Linux.
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ rows, arrays, passes, seconds, megabytes }));

function association() {
  const { slopes } = twoWayEstimate(panel, y, [treatedFrom(panel, start)], { of: 'unit', number: cluster });
  expectNear(slopes[0].estimate);
}

/** As a study does (src/impact/studies/work-out.ts): one fit for all three. */
function headline() {
  const staggered = { panel, y, start, clusters: cluster };
  const fit = untreatedFit(staggered);
  const imputed = imputation(staggered, { fit });
  const { weeks } = eventStudy(staggered, { fit, imputed });
  const leads = leadsTest(staggered, { fit });
  if (weeks.length < 20 || leads === null) throw new Error('There is nothing week by week.');
  expectNear(imputed.att.estimate);
}

function lots() {
  const estimate = imputationByStart(panel, y, start);
  const all = [...dealtAnew(start, { stratum: new Int32Array(panel.units), seed: 1 })].map(estimate);
  if (amongLots(estimate(start), all).placebos < 900) throw new Error('Too few lots.');
}

/** Effects of units and weeks, two points for the trained, noise; one cell in twenty has no answer, so units have gaps. */
function made({ units, weeks }, clusters) {
  const random = seededRandom(1);
  const from = new Int32Array(units + 1);
  const time = new Int32Array(units * weeks);
  const weight = new Float64Array(units * weeks);
  const y = new Float64Array(units * weeks);
  const [cluster, start] = [new Int32Array(units), new Int32Array(units)];
  let row = 0;
  for (let unit = 0; unit < units; unit += 1) {
    cluster[unit] = unit % clusters;
    start[unit] = cluster[unit] % 5 === 0 ? weeks : Math.floor(weeks * (0.4 + 0.1 * (cluster[unit] % 5)));
    const level = 70 + 20 * random();
    for (let week = 0; week < weeks; week += 1) {
      if (random() < 0.05) continue;
      time[row] = week;
      weight[row] = 1 + Math.floor(14 * random());
      y[row] = level + 3 * Math.sin(week / 8) + (week >= start[unit] ? 2 : 0) + 20 * (random() - 0.5);
      row += 1;
    }
    from[unit + 1] = row;
  }
  const panel = { units, times: weeks, from, time: time.slice(0, row), weight: weight.slice(0, row) };
  return { panel, y: y.slice(0, row), start, cluster };
}

/** What it takes to look at every row twice: a weighted mean, and the squares about it. */
function twoPasses({ weight }, y) {
  const begun = performance.now();
  let [sum, all, squares] = [0, 0, 0];
  for (let row = 0; row < y.length; row += 1) {
    sum += weight[row] * y[row];
    all += weight[row];
  }
  const mean = sum / all;
  for (let row = 0; row < y.length; row += 1) squares += weight[row] * (y[row] - mean) ** 2;
  if (!(squares > 0)) throw new Error('The panel is empty.');
  return (performance.now() - begun) / 1000;
}

function expectNear(estimate) {
  if (Math.abs(estimate - 2) > 0.3) throw new Error(`Two points were planted, and ${estimate} was found.`);
}
