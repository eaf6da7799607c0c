import { type CsvDownload, csvDownload } from './csv-download.js';

/** What the `table` partial prints. */
export interface PrintedTable {
  head: readonly { text: string; numeric?: boolean }[];
  rows: readonly { cells: readonly { text: string; numeric?: boolean }[] }[];
}

type Row = PrintedTable['rows'][number];

/** A table as it is printed, as a file: a cell that prints a whole number or a decimal holds it as a number. */
export function csvOfTable(fileName: string, { head, rows }: PrintedTable): CsvDownload {
  const columns = head.map(({ text }, at) => ({ heading: text, of: (row: Row) => valueOf(row.cells[at]) }));
  return csvDownload(fileName, columns, rows);
}

function valueOf(cell: Row['cells'][number] | undefined): string | number | null {
  if (!cell || cell.text === '–') return null;
  const digits = cell.text.replaceAll(',', '').replace('−', '-');
  return cell.numeric && /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : cell.text;
}
