/** Whether a file's heading has the columns that a mapping reads. */
import { t } from '../../platform/language/t.js';
import { sayList } from '../../platform/say.js';

const MOST_NAMED = 20;

/** A sentence for what is missing or doubled, or null when the heading will do. */
export function headingProblem(heading: readonly string[], columns: readonly string[]): string | null {
  const missing = columns.filter((column) => !heading.includes(column));
  if (missing.length > 0) {
    const there = heading
      .slice(0, MOST_NAMED)
      .map((column) => `“${column}”`)
      .join(', ');
    const lacks = sayList(missing.map((column) => `“${column}”`));
    if (heading.length === 1) {
      return t('The file has no column {lacks}. Its only column is {there}: separate columns with , or ; or a tab.', {
        lacks,
        there,
      });
    }
    return heading.length > MOST_NAMED
      ? t('The file has no column {lacks}. Its columns are {there} and more.', { lacks, there })
      : t('The file has no column {lacks}. Its columns are {there}.', { lacks, there });
  }
  const doubled = columns.find((column) => heading.indexOf(column) !== heading.lastIndexOf(column));
  return doubled === undefined
    ? null
    : t(
        'The file has more than one column called “{name}”. Say which in the mapping: “{name} (1)”, “{name} (2)” and so on.',
        {
          name: doubled,
        },
      );
}
