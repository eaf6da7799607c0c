/** A panel of the file as the estimators for staggered starts take it, or the sentence why it is none. */
import { RuleBroken } from '../../platform/errors.js';
import type { Staggered } from '../../statistics/panel/staggered.js';
import type { ReadPanel } from './read-panel.js';
import { Refusals } from './refusals.js';

/** @throws RuleBroken when treatment is not 0 and then 1 for good, none or all is treated, or clusters cut through units */
export function staggeredPanel(read: ReadPanel): Staggered {
  const { panel, outcome, clusters, columns } = read;
  if (clusters.of === 'row')
    throw new RuleBroken(
      `“${columns.cluster}” changes within a unit. Only twfe takes such clusters; elsewhere a unit stays in one.`,
    );
  refuseOther(read);
  const start = startsOf(read);
  refuseOneSide(read);
  return { panel, y: outcome, start, clusters: clusters.number };
}

function refuseOther({ treated, lines, columns }: ReadPanel): void {
  const refusals = new Refusals();
  treated.forEach((value, row) => {
    if (value !== 0 && value !== 1)
      refusals.add(lines[row]!, `${columns.treated} is ${value}. It is 0 before the start and 1 from it on.`);
  });
  refusals.throwAny();
}

/** @throws RuleBroken with each row that is untreated after a treated one of its unit */
function startsOf({ panel, treated, lines, columns, unitNames, timeNames }: ReadPanel): Int32Array {
  const { units, times, from, time } = panel;
  const refusals = new Refusals();
  const start = new Int32Array(units).fill(times);
  for (let unit = 0; unit < units; unit += 1)
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1) {
      if (treated[row] === 1) start[unit] = Math.min(start[unit]!, time[row]!);
      else if (time[row]! > start[unit]!)
        refusals.add(
          lines[row]!,
          `${columns.treated} is 0 at ${timeNames[time[row]!]}, and “${unitNames[unit]}” is treated since ` +
            `${timeNames[start[unit]!]}. What has started stays 1.`,
        );
    }
  refusals.throwAny();
  return start;
}

function refuseOneSide({ panel, treated, columns }: ReadPanel): void {
  let [ones, zeros] = [0, 0];
  treated.forEach((value, row) => {
    if (!(panel.weight[row]! > 0)) return;
    if (value === 1) ones += 1;
    else zeros += 1;
  });
  if (ones === 0) throw new RuleBroken(`No row is treated: “${columns.treated}” is 0 throughout.`);
  if (zeros === 0)
    throw new RuleBroken(
      `Every row is treated: “${columns.treated}” is 1 throughout. There is nothing to compare with: ` +
        'rows before the start, or of units that never start, are needed.',
    );
}
