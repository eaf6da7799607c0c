import { count, sayMoment, sayNumber } from '../platform/say.js';
import type { ImportListed } from './imports/imports.queries.js';
import { type PageOfList, paginate, sayShowing } from './list-pages.js';
import { importsPath } from './paths.js';

/** The list of imports as it is printed. */
export function importsPage(rows: readonly ImportListed[], at: PageOfList) {
  return {
    title: 'Imports of customer feedback',
    sub: 'Each file of answers that came in, newest first, and what became of its lines.',
    empty: rows.length === 0,
    table: {
      caption: 'Imports, newest first',
      captionHidden: true,
      head: [
        heading('Started'),
        heading('Source'),
        heading('File'),
        heading('State'),
        ...['Read', 'New', 'Changed', 'Unchanged', 'Rejected'].map((text) => ({ text, numeric: true })),
      ],
      rows: rows.map((row) => ({ cells: cellsOf(row) })),
    },
    showing: sayShowing(at),
    pagination: paginate(at, (page) => `${importsPath}?page=${page}`),
  };
}

function cellsOf(row: ImportListed) {
  const number = (value: number | undefined) => ({ text: sayNumber(value ?? 0), numeric: true, href: null });
  const { tally } = row;
  return [
    cell(sayMoment(row.startedAt) + (row.startedBy ? `, ${row.startedBy}` : '')),
    cell(row.source),
    cell(row.fileName),
    cell(stateOf(row)),
    number(row.rowsRead),
    number(tally.new),
    number(tally.changed),
    number(tally.unchanged),
    number(tally.rejected),
  ];
}

function stateOf({ finishedAt, error, rowsRead, tally }: ImportListed): string {
  if (error) return error;
  if (!finishedAt)
    return `Stopped or running after ${count(rowsRead, 'line', 'lines')}. Importing the file again goes on from there.`;
  return (tally.rejected ?? 0) > 0 ? 'Done, with rejected lines' : 'Done';
}

const heading = (text: string) => ({ text, numeric: false });
const cell = (text: string) => ({ text, numeric: false, href: null });
