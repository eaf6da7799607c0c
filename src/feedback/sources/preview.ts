/** The first rows of a file as they would be stored by a mapping, and what would be rejected. */
import type { MapRow, MappedRow, Reject } from '../imports/mapped-row.js';

export interface PreviewRow {
  line: number;
  row: MappedRow | null;
  reject: Reject | null;
}

export interface Preview {
  rows: PreviewRow[];
  /** Of all rows of the sample. */
  read: number;
  stored: number;
  /** Previews and tests of the survey, which no customer gave. */
  tests: number;
  /** Why others are not, with how often, most frequent first. */
  reasons: { column: string; reason: string; times: number }[];
}

export const PREVIEW_ROWS = 20;
const MOST_REASONS = 10;

export function previewOf(rows: readonly { line: number; cells: readonly string[] }[], map: MapRow): Preview {
  const mapped = rows.map(({ line, cells }) => {
    const result = map(cells);
    return 'row' in result ? { line, row: result.row, reject: null } : { line, row: null, reject: result.reject };
  });
  const reasons = new Map<string, Preview['reasons'][number]>();
  for (const { reject } of mapped) {
    if (reject === null || reject.isTest) continue;
    const key = `${reject.column}\n${reject.reason}`;
    reasons.set(key, { ...reject, times: (reasons.get(key)?.times ?? 0) + 1 });
  }
  return {
    rows: mapped.slice(0, PREVIEW_ROWS),
    read: rows.length,
    stored: mapped.filter(({ row }) => row !== null).length,
    tests: mapped.filter(({ reject }) => reject?.isTest).length,
    reasons: [...reasons.values()].sort((a, b) => b.times - a.times).slice(0, MOST_REASONS),
  };
}
