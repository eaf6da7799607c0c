/** What the rows of a sample say about its columns: enough to guess what each of them is. */
import type { Layout } from '../imports/layout.js';
import { plain } from '../imports/plain.js';

export interface ColumnProfile {
  /** What a mapping calls it. */
  key: string;
  label: string;
  /** Its place in the file. */
  at: number;
  /** Cells that hold something. */
  filled: number;
  /** Texts with how often each came, most frequent first, as they were first written; at most `MOST_VALUES`. */
  values: readonly { text: string; times: number }[];
  distinct: number;
  /** Mean characters of the filled cells. */
  length: number;
}

export const MOST_VALUES = 400;

/** Columns without a name, or with a name that another has too, cannot be mapped and are left out. */
export function profilesOf(layout: Layout, rows: readonly (readonly string[])[]): ColumnProfile[] {
  return layout.keys.flatMap((key, at) => {
    const usable = key !== '' && layout.keys.indexOf(key) === layout.keys.lastIndexOf(key);
    return usable ? [profileOf(key, layout.labels[at] ?? key, at, rows)] : [];
  });
}

/** Names that stand above more than one column. */
export function doubledNames(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, at) => key !== '' && keys.indexOf(key) !== at))];
}

function profileOf(key: string, label: string, at: number, rows: readonly (readonly string[])[]): ColumnProfile {
  const cells = rows.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
  const seen = new Map<string, { text: string; times: number }>();
  for (const cell of cells) {
    const known = seen.get(plain(cell));
    if (known) known.times += 1;
    else seen.set(plain(cell), { text: cell, times: 1 });
  }
  const values = [...seen.values()].sort((a, b) => b.times - a.times).slice(0, MOST_VALUES);
  const length = cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);
  return { key, label, at, filled: cells.length, values, distinct: seen.size, length };
}
