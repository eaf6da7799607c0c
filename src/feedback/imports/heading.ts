/** Whether a file's heading has the columns that a mapping reads. */
import { sayList } from '../../platform/say.js';

const MOST_NAMED = 20;

/** A sentence for what is missing or doubled, or null when the heading will do. */
export function headingProblem(heading: readonly string[], columns: readonly string[]): string | null {
  const missing = columns.filter((column) => !heading.includes(column));
  if (missing.length > 0) {
    const there = heading.slice(0, MOST_NAMED).map((column) => `“${column}”`);
    const more = heading.length > MOST_NAMED ? ' and more' : '';
    const lacks = `The file has no column ${sayList(missing.map((column) => `“${column}”`))}.`;
    if (heading.length === 1)
      return `${lacks} Its only column is ${there.join()}: separate columns with , or ; or a tab.`;
    return `${lacks} Its columns are ${there.join(', ')}${more}.`;
  }
  const doubled = columns.find((column) => heading.indexOf(column) !== heading.lastIndexOf(column));
  return doubled === undefined ? null : `The file has more than one column called “${doubled}”. Rename one of them.`;
}
