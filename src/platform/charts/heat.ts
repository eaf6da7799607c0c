import type { Html } from '../web/html.js';
import { finite, picture, rect, text } from './svg.js';

interface Heat {
  id: string;
  title: string;
  desc: string;
  /** `short` is printed on a phone. */
  columns: readonly { label: string; short: string }[];
  /** Shares from 0 to 1 in the order of the columns; null prints a dash. */
  rows: readonly { name: string; shares: readonly (number | null)[] }[];
  narrow?: boolean;
}

interface Grid {
  left: number;
  top: number;
  cell: number;
  row: number;
}

/** A table of shares as coloured cells, each with its number: five steps from none to all. */
export function heat({ id, title, desc, columns, rows, narrow = false }: Heat): Html {
  const width = narrow ? 360 : 900;
  const left = narrow ? 104 : 190;
  const grid: Grid = {
    left,
    top: narrow ? 30 : 34,
    cell: (width - left) / Math.max(columns.length, 1),
    row: narrow ? 32 : 34,
  };
  const heads = columns.map(({ label, short }, index) => {
    return text(left + grid.cell * (index + 0.5), grid.top - 12, narrow ? short : label, 'ct-axis', 'middle');
  });
  const lines = rows.map(({ name, shares }, row) => {
    const at = grid.top + grid.row * row;
    const cells = shares.map((share, column) => cell(grid, share, column, at));
    return text(0, at + grid.row / 2 + 4, name) + cells.join('');
  });
  const height = grid.top + grid.row * rows.length + 2;
  return picture({ id, width, height, title, desc }, heads.join('') + lines.join(''));
}

function cell(grid: Grid, share: number | null, column: number, top: number): string {
  const step = share === null ? 'n' : String(stepOf(share));
  const words = share === null ? '–' : String(Math.round(share * 100));
  const left = grid.left + grid.cell * column;
  return (
    rect(left, top, grid.cell - 2, grid.row - 2, `h-${step}`, 4) +
    text(left + grid.cell / 2 - 1, top + grid.row / 2 + 4, words, `ct-heat h-t${step}`, 'middle')
  );
}

/** 0 up to 20 %, 1 up to 40 % ... 4 from 80 %. */
export function stepOf(share: number): number {
  return Math.min(4, Math.max(0, Math.floor(finite(share, 'the share') * 5)));
}
