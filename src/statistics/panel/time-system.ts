/**
 * What is left for the times when the effects of the units are eliminated: diag(w_t) - sum over units of w_b w_b' / W_b, the
 * system whose solution are the effects of times (Abowd, Creecy and Kramarz 2002). Of 11,500 units seen in 260 weeks it is
 * nearly all the work of an estimate, so units that are seen most of the time are added up many at once, in tiles that stay
 * in the registers of the processor.
 */
import type { Panel } from './panel.js';

/** So many units wait until they are added up together: their shares stay in the cache while they are. */
const TOGETHER = 64;
/** How wide a tile of the system is. */
const TILE = 4;
/** A unit seen at fewer than this share of the times is quicker added by itself, by the pairs of its rows. */
const SEEN_MOSTLY = 0.4;

/**
 * The lower triangle of the system, `times` x `times` row by row. What stands above the diagonal is of no meaning.
 * @param unitWeight the sum of the weights of each unit
 */
export function timeSystem(panel: Panel, weight: Float64Array, unitWeight: Float64Array): Float64Array {
  const { units, times, from, time } = panel;
  const system = new Float64Array(times * times);
  const wide = Math.ceil(times / TILE) * TILE;
  const shares = new Float64Array(TOGETHER * wide);
  let waiting = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const [total, first, end] = [unitWeight[unit]!, from[unit]!, from[unit + 1]!];
    if (!(total > 0)) continue;
    for (let row = first; row < end; row += 1) system[time[row]! * (times + 1)]! += weight[row]!;
    if (end - first < SEEN_MOSTLY * times) {
      takeOffAlone(system, panel, weight, unit, total);
      continue;
    }
    const scale = 1 / Math.sqrt(total);
    for (let row = first; row < end; row += 1) shares[waiting * wide + time[row]!] = scale * weight[row]!;
    waiting += 1;
    if (waiting < TOGETHER) continue;
    takeOff(system, times, shares, wide);
    shares.fill(0);
    waiting = 0;
  }
  if (waiting > 0) takeOff(system, times, shares, wide);
  return system;
}

function takeOffAlone(system: Float64Array, panel: Panel, weight: Float64Array, unit: number, total: number): void {
  const { times, from, time } = panel;
  const [first, end] = [from[unit]!, from[unit + 1]!];
  for (let row = first; row < end; row += 1) {
    const own = weight[row]!;
    if (own === 0) continue;
    const base = time[row]! * times;
    const share = own / total;
    for (let before = first; before <= row; before += 1) system[base + time[before]!]! -= share * weight[before]!;
  }
}

/** Takes off the products of every two columns of `shares`, `TOGETHER` x `wide`, whose rows beyond the last unit are 0. */
function takeOff(system: Float64Array, times: number, shares: Float64Array, wide: number): void {
  const tile = new Float64Array(TILE * TILE);
  for (let low = 0; low < wide; low += TILE)
    for (let left = 0; left <= low; left += TILE) {
      tile.fill(0);
      addTwoRows(tile, 0, shares, wide, low, left);
      addTwoRows(tile, 2, shares, wide, low + 2, left);
      const [bottom, right] = [Math.min(TILE, times - low), Math.min(TILE, times - left)];
      for (let row = 0; row < bottom; row += 1)
        for (let column = 0; column < right; column += 1)
          system[(low + row) * times + left + column]! -= tile[row * TILE + column]!;
    }
}

/** Two rows of a tile at a time: its eight sums have a register each. */
function addTwoRows(
  tile: Float64Array,
  row: number,
  shares: Float64Array,
  wide: number,
  low: number,
  left: number,
): void {
  let [a0, a1, a2, a3, b0, b1, b2, b3] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let unit = 0, at = 0; unit < TOGETHER; unit += 1, at += wide) {
    const [a, b] = [shares[at + low]!, shares[at + low + 1]!];
    const c0 = shares[at + left]!;
    const c1 = shares[at + left + 1]!;
    const c2 = shares[at + left + 2]!;
    const c3 = shares[at + left + 3]!;
    a0 += a * c0;
    a1 += a * c1;
    a2 += a * c2;
    a3 += a * c3;
    b0 += b * c0;
    b1 += b * c1;
    b2 += b * c2;
    b3 += b * c3;
  }
  tile.set([a0, a1, a2, a3, b0, b1, b2, b3], row * TILE);
}
