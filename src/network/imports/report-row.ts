import type { Difference, Rejection } from './import-result.js';

/** A line of the report about a file: what one of its rows would do, or why it cannot be taken. */
export type ReportRow = Difference | Rejection;

export const REPORT_KINDS = ['new', 'moved', 'changed', 'ended', 'rejected'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_COLUMNS = [
  ...(['line', 'change', 'code', 'name', 'was', 'now', 'from'] as const),
  ...(['merged_into', 'merged_into_name', 'merged_on', 'column', 'reason'] as const),
];

/** As it is written: each row on one line, so that a page of rows is found without reading cells. */
export function cellsOf(row: ReportRow): string[] {
  // What a snapshot ends stands on no line.
  const line = row.line > 0 ? String(row.line) : '';
  const cells =
    'reason' in row
      ? [line, 'rejected', '', '', '', '', '', '', '', '', row.column, row.reason]
      : [line, row.change, row.code, row.name, row.was ?? '', row.now, row.from, ...mergerCells(row), '', ''];
  return cells.map((cell) => cell.replace(/[\r\n]+/g, ' '));
}

/** A merger that is undone names no code: nothing is merged into it. */
const mergerCells = ({ merger }: Difference) =>
  merger ? [merger.undone ? '' : merger.code, merger.name, merger.on] : ['', '', ''];

/** The row again that was written in these cells. */
export function rowOf(cells: readonly string[]): ReportRow {
  const said = Object.fromEntries(REPORT_COLUMNS.map((column, at) => [column, cells[at] ?? ''])) as Cells;
  const line = Number(said.line);
  if (said.change === 'rejected') return { line, column: said.column, reason: said.reason };
  const { code, name, now, from } = said;
  const change = said.change as Difference['change'];
  return { line, change, code, name, was: said.was || null, now, from, merger: mergerOf(said) };
}

type Cells = Record<(typeof REPORT_COLUMNS)[number], string>;

function mergerOf({ merged_into: code, merged_into_name: name, merged_on: on }: Cells): Difference['merger'] {
  return on === '' ? null : { code, name, on, undone: code === '' };
}

/** Of a line as it is written: what stands before the second comma is never in quotes. */
export function isOfKind(line: string, kind: ReportKind): boolean {
  return line.startsWith(`${kind},`, line.indexOf(',') + 1);
}
