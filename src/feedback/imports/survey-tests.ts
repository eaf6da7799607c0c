import { t } from '../../platform/language/t.js';
import type { Layout } from './layout.js';
import type { MapRow } from './mapped-row.js';

/** Qualtrics marks with `Status` what nobody answered as a customer: previews and generated tests, as a number or a word. */
const NO_CUSTOMER = new Set(['1', '2', '9', '17', 'survey preview', 'survey test', 'preview', 'test']);

/** The same mapper, except that previews and tests of a survey are left out. */
export function withoutTests(map: MapRow, layout: Pick<Layout, 'kind' | 'keys' | 'tags'>): MapRow {
  if (layout.kind !== 'qualtrics' && layout.kind !== 'qualtricsLegacy') return map;
  const at = layout.keys.findIndex((key, index) =>
    [key, layout.tags[index]].some((name) => /^status$/i.test(name ?? '')),
  );
  if (at < 0) return map;
  return (cells) =>
    NO_CUSTOMER.has((cells[at] ?? '').trim().toLowerCase())
      ? {
          reject: {
            column: layout.keys[at]!,
            reason: t('A preview or a test of the survey, not a customer’s answer.'),
          },
        }
      : map(cells);
}
