/** The rows of a file as they come, in typed arrays: three million rows as objects would not fit. */
import type { FileRecord } from '../../feedback/imports/record-block.js';
import { RuleBroken } from '../../platform/errors.js';
import { type PanelColumns, type PanelPlaces, placesIn } from './panel-columns.js';
import { Refusals } from './refusals.js';

/** With more the table of times by times would not fit into memory. */
export const MOST_TIMES = 5_000;

export class PanelRows {
  count = 0;
  readonly line: Int32Array;
  readonly unit: Int32Array;
  /** Numbers of times and clusters by their first row. */
  readonly time: Int32Array;
  readonly cluster: Int32Array | null;
  readonly weight: Float64Array;
  /** Outcome, treated and the covariates, in this order. */
  readonly numbers: Float64Array[];
  readonly units = new Map<string, number>();
  readonly times = new Map<string, number>();
  readonly clusters = new Map<string, number>();
  readonly refusals = new Refusals();
  private readonly places: PanelPlaces;

  /**
   * @param most how many rows will come at most
   * @throws RuleBroken when the heading does not have the columns
   */
  constructor(
    heading: readonly string[],
    private readonly columns: PanelColumns,
    most: number,
  ) {
    this.places = placesIn(heading, columns);
    this.line = new Int32Array(most);
    this.unit = new Int32Array(most);
    this.time = new Int32Array(most);
    this.cluster = columns.cluster === undefined ? null : new Int32Array(most);
    this.weight = new Float64Array(most).fill(1);
    this.numbers = this.places.numbers.map(() => new Float64Array(most));
  }

  /**
   * Takes a row, or notes why it cannot.
   * @throws RuleBroken when there are too many times
   */
  add({ line, cells }: FileRecord): void {
    const reason = this.take(cells);
    if (reason !== null) return this.refusals.add(line, reason);
    this.line[this.count] = line;
    this.count += 1;
    if (this.times.size > MOST_TIMES)
      throw new RuleBroken(
        `“${this.columns.time}” has more than ${MOST_TIMES.toLocaleString('en-GB')} different values. ` +
          'Take weeks or months for times, not moments.',
      );
  }

  private take(cells: readonly string[]): string | null {
    const { places } = this;
    if (cells.length !== places.width)
      return `it has ${cells.length} cells and the heading ${places.width}. Is a separator or a quotation mark missing?`;
    return (
      this.name(this.columns.unit, cells[places.unit]!, this.units, this.unit) ??
      this.name(this.columns.time, cells[places.time]!, this.times, this.time) ??
      this.numbersIn(cells) ??
      (places.weight < 0 ? null : this.weightIn(cells[places.weight]!)) ??
      (this.cluster && this.name(this.columns.cluster!, cells[places.cluster]!, this.clusters, this.cluster))
    );
  }

  private numbersIn(cells: readonly string[]): string | null {
    const { columns, places, numbers, count } = this;
    for (let at = 0; at < numbers.length; at += 1) {
      const text = cells[places.numbers[at]!]!.trim();
      const value = numberIn(text);
      if (value === null) return noNumber([columns.outcome, columns.treated, ...columns.covariates][at]!, text);
      numbers[at]![count] = value;
    }
    return null;
  }

  private weightIn(cell: string): string | null {
    const name = this.columns.weight!;
    const value = numberIn(cell.trim());
    if (value === null) return noNumber(name, cell.trim());
    this.weight[this.count] = value;
    return value < 0 ? `${name} is ${cell.trim()}, and a weight is 0 or more.` : null;
  }

  private name(column: string, cell: string, known: Map<string, number>, into: Int32Array): string | null {
    const text = cell.trim();
    if (text === '') return `${column} is empty.`;
    const found = known.get(text);
    // A copy: what is cut out of the text of a file keeps the whole text.
    if (found === undefined) known.set(Buffer.from(text).toString(), known.size);
    into[this.count] = found ?? known.size - 1;
    return null;
  }
}

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Null for what is no number of decimal digits, or too great a one. */
export function numberIn(text: string): number | null {
  const value = Number(text);
  return NUMBER.test(text) && Number.isFinite(value) ? value : null;
}

const LONGEST = 40;

function noNumber(column: string, text: string): string {
  if (text === '') return `${column} is empty. Where nothing was observed there is no row.`;
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const hint = /^[+-]?\d+,\d+$/.test(text) ? ' Write decimals with a full stop.' : '';
  return `${column} is “${shown}”, which is not a number.${hint}`;
}
