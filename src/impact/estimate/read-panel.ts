/** A panel out of the rows of a file, whatever their order. */
import type { FileRecord } from '../../feedback/imports/record-block.js';
import { RuleBroken } from '../../platform/errors.js';
import { type Clusters, clustersOfUnits } from '../../statistics/panel/cluster-error.js';
import type { Panel } from '../../statistics/panel/panel.js';
import type { PanelColumns } from './panel-columns.js';
import { numberIn, PanelRows } from './panel-rows.js';
import { Refusals } from './refusals.js';

export interface ReadPanel {
  columns: PanelColumns;
  panel: Panel;
  /** A number a row of the panel each. */
  outcome: Float64Array;
  treated: Float64Array;
  covariates: Float64Array[];
  /** By unit when units nest in the clusters, else by row. */
  clusters: Clusters;
  /** The line of the file that each row comes from. */
  lines: Int32Array;
  /** What the file calls the units and the times, by their numbers in the panel. */
  unitNames: string[];
  timeNames: string[];
}

/**
 * Times go up as numbers when all are numbers, else as text, as ISO dates and weeks do; neighbours are one apart. Units that were
 * not given a cluster are each their own.
 * @param blocks the records of the file, its heading first
 * @param most how many rows there are at most
 * @throws RuleBroken when the heading lacks a column, and with all lines that cannot be used
 */
export async function readPanel(
  blocks: AsyncIterable<readonly FileRecord[]>,
  columns: PanelColumns,
  most: number,
): Promise<ReadPanel> {
  let rows: PanelRows | null = null;
  for await (const records of blocks)
    for (const record of records)
      if (rows === null) rows = new PanelRows(record.cells, columns, most);
      else rows.add(record);
  if (rows === null) throw new RuleBroken('The file is empty.');
  rows.refusals.throwAny();
  return inOrder(rows, columns);
}

function inOrder(rows: PanelRows, columns: PanelColumns): ReadPanel {
  const { count } = rows;
  const { placeOf, timeNames } = timesOf([...rows.times.keys()]);
  const place = rows.time.subarray(0, count);
  place.forEach((time, row) => (place[row] = placeOf[time]!));
  const along = inOrderBy(rows.unit.subarray(0, count), rows.units.size, { place, times: timeNames.length });
  const [unit, time, lines] = [along(rows.unit), along(rows.time), along(rows.line)];
  const unitNames = [...rows.units.keys()];
  refuseTwice({ unit, time, lines, unitNames, timeNames });
  const panel: Panel = {
    ...{ units: unitNames.length, times: timeNames.length },
    ...{ from: beginnings(unit, unitNames.length), time, weight: along(rows.weight) },
  };
  const [outcome, treated, ...covariates] = rows.numbers.map(along) as [Float64Array, Float64Array, ...Float64Array[]];
  const clusters = rows.cluster === null ? clustersOfUnits(panel) : nested(panel, along(rows.cluster));
  return { columns, panel, outcome, treated, covariates, clusters, lines, unitNames, timeNames };
}

/** The times in their order, and for each as it was found its place among them. */
function timesOf(found: readonly string[]): { placeOf: number[]; timeNames: string[] } {
  const numbers = found.map(numberIn);
  if (!isWhole(numbers)) return placesAmong(found, [...found].sort());
  return placesAmong(
    numbers,
    [...new Set(numbers)].sort((one, other) => one - other),
  );
}

const isWhole = (numbers: (number | null)[]): numbers is number[] => !numbers.includes(null);

function placesAmong<Time extends string | number>(found: readonly Time[], sorted: readonly Time[]) {
  const places = new Map(sorted.map((time, place) => [time, place]));
  return { placeOf: found.map((time) => places.get(time)!), timeNames: sorted.map(String) };
}

type Columns = Float64Array | Int32Array;

/**
 * Puts columns into the order of units and within them of times, in place by way of a column that is used again: a second set of them
 * would take as much memory as the first. Nothing is to do where a file is in that order, as most are.
 */
function inOrderBy(unit: Int32Array, units: number, { place, times }: { place: Int32Array; times: number }) {
  const { length } = unit;
  const isBefore = (row: number) =>
    unit[row - 1]! < unit[row]! || (unit[row - 1] === unit[row] && place[row - 1]! <= place[row]!);
  if (unit.every((_, row) => row === 0 || isBefore(row)))
    return <A extends Columns>(column: A) => column.subarray(0, length) as A;
  const order = orderOf(unit, units, orderOf(place, times));
  const [whole, real] = [new Int32Array(length), new Float64Array(length)];
  return <A extends Columns>(column: A): A => {
    const sorted = column instanceof Float64Array ? real : whole;
    for (let row = 0; row < length; row += 1) sorted[row] = column[order[row]!]!;
    column.set(sorted);
    return column.subarray(0, length) as A;
  };
}

/** Rows by ascending key, those of one key as they were in `before`. */
function orderOf(
  keys: Int32Array,
  many: number,
  before: Int32Array = Int32Array.from(keys, (_, row) => row),
): Int32Array {
  const next = beginnings(keys, many);
  const order = new Int32Array(keys.length);
  for (const row of before) {
    const key = keys[row]!;
    order[next[key]!] = row;
    next[key]! += 1;
  }
  return order;
}

/** Where the rows of each key begin once they are sorted; and at last where they end. */
function beginnings(keys: Int32Array, many: number): Int32Array {
  const from = new Int32Array(many + 1);
  for (const key of keys) from[key + 1]! += 1;
  for (let key = 0; key < many; key += 1) from[key + 1]! += from[key]!;
  return from;
}

type Sorted = { unit: Int32Array; time: Int32Array } & Pick<ReadPanel, 'lines' | 'unitNames' | 'timeNames'>;

/** @throws RuleBroken with each row of a unit and time that has been before */
function refuseTwice({ unit, time, lines, unitNames, timeNames }: Sorted): void {
  const refusals = new Refusals();
  for (let row = 1; row < unit.length; row += 1) {
    if (unit[row] !== unit[row - 1] || time[row] !== time[row - 1]) continue;
    const where = `“${unitNames[unit[row]!]}” at ${timeNames[time[row]!]}`;
    refusals.add(lines[row]!, `${where} is on line ${lines[row - 1]} already. A unit has one row at a time.`);
  }
  refusals.throwAny();
}

function nested({ units, from }: Panel, byRow: Int32Array): Clusters {
  const number = Int32Array.from({ length: units }, (_, unit) => byRow[from[unit]!]!);
  for (let unit = 0; unit < units; unit += 1)
    for (let row = from[unit]!; row < from[unit + 1]!; row += 1)
      if (byRow[row] !== number[unit]) return { of: 'row', number: byRow };
  return { of: 'unit', number };
}
