/** Rows below the heading that no customer gave: previews and tests of a survey, and headings that come again. */
import { t } from '../../platform/language/t.js';
import type { Layout } from './layout.js';
import type { MapRow, Reject } from './mapped-row.js';

/** Qualtrics marks with `Status` what nobody answered as a customer: previews and generated tests, as a number or a word. */
const NO_CUSTOMER = new Set(['1', '2', '9', '17', 'survey preview', 'survey test', 'preview', 'test']);

type Told = Pick<Layout, 'kind' | 'keys' | 'tags' | 'rows'>;

/** The same mapper, except that rows which no customer gave are left out: tests as such, headings with their reason. */
export function withoutTests(map: MapRow, layout: Told): MapRow {
  const isHeading = headingFinder(layout.rows);
  const isTest = testFinder(layout);
  return (cells) => {
    if (isHeading(cells)) return { reject: headingAgain() };
    return isTest(cells) ? { reject: noCustomer(layout.keys[statusColumn(layout)]!) } : map(cells);
  };
}

export function testFinder(layout: Told): (cells: readonly string[]) => boolean {
  const status = statusColumn(layout);
  return status < 0 ? () => false : (cells) => NO_CUSTOMER.has((cells[status] ?? '').trim().toLowerCase());
}

function statusColumn({ kind, keys, tags }: Told): number {
  if (kind !== 'qualtrics' && kind !== 'qualtricsLegacy') return -1;
  return keys.findIndex((key, index) => [key, tags[index]].some((name) => /^status$/i.test(name ?? '')));
}

/** Exports put together from several carry the heading of each, perhaps with its byte order mark. */
export function headingFinder(rows: Layout['rows']): (cells: readonly string[]) => boolean {
  const first = new Set(rows.map(([cell = '']) => cell));
  const whole = new Set(rows.map((row) => row.join('\n')));
  return (cells) => {
    const begins = bare(cells[0] ?? '');
    return first.has(begins) && whole.has([begins, ...cells.slice(1).map((cell) => cell.trim())].join('\n'));
  };
}

const bare = (cell: string) => cell.replace(/^\uFEFF"?|"$/g, '').trim();

const headingAgain = (): Reject => ({
  column: '',
  reason: t('The heading stands here once more, as in files put together from several. It is no answer.'),
});

const noCustomer = (column: string): Reject => ({
  column,
  isTest: true,
  reason: t('A preview or a test of the survey, not a customer’s answer.'),
});
