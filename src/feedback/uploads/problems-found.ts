/** What the list of an import's rejected lines says: the first of them, and which texts the mapping did not know. */
import { plainCell } from '../../platform/files/csv-cell.js';
import { problemsOf } from '../../platform/files/rejects-head.js';
import type { SurveyTrial, UnknownText } from './survey-uploads.service.js';

const MOST_UNKNOWN = 60;

/** @param records of the list, heading first: line, column, reason, then the mapped columns by name */
export function problemsIn(records: readonly (readonly string[])[]): Pick<SurveyTrial, 'problems' | 'unknown'> {
  const [heading = [], ...rows] = records;
  const found = new Map<string, UnknownText>();
  for (const row of rows) {
    const column = row[1] ?? '';
    const text = plainCell(row[heading.indexOf(column, 3)] ?? '').trim();
    if (column === '' || text === '') continue;
    const key = `${column}\n${text}`;
    found.set(key, { column, text, times: (found.get(key)?.times ?? 0) + 1 });
  }
  const unknown = [...found.values()].sort((a, b) => b.times - a.times).slice(0, MOST_UNKNOWN);
  return { problems: problemsOf(records), unknown };
}
