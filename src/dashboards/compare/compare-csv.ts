/** Every unit with a score as a file, the lowest fair score first. */
import { FUNNEL_LIMITS, funnelLimits } from '../../statistics/funnel.js';
import type { ComparedUnit } from '../../feedback/standings/compared.queries.js';
import type { KeptModel } from '../../feedback/standings/comparison.queries.js';
import { t } from '../../platform/language/t.js';
import { type CsvColumn, csvDownload } from '../../platform/web/csv-download.js';
import type { CompareAddress, CompareChoice } from './paths.js';
import { ownScore, sayPlace } from './say-compared.js';

type Rows = { model: KeptModel; rows: AsyncIterable<ComparedUnit> } | null;

/** A file with its headings alone where nothing was compared yet. */
export function compareCsv({ code, level }: CompareAddress, { kind, measure }: CompareChoice, found: Rows) {
  const name = `compare-${kind}-${measure}-${code ?? level}.csv`;
  return csvDownload(name, columns(found?.model ?? null), found?.rows ?? []);
}

function columns(model: KeptModel | null): CsvColumn<ComparedUnit>[] {
  const limit = (n: number) => (model ? funnelLimits(model.funnel, n, FUNNEL_LIMITS.action) : { low: 0, high: 1 });
  return [
    { heading: t('Code'), of: ({ code }) => code },
    { heading: t('Name'), of: ({ name }) => name },
    { heading: t('Area'), of: ({ area }) => area },
    { heading: t('Weeks'), of: ({ weeks }) => weeks },
    { heading: t('Answers'), of: ({ n }) => n },
    { heading: t('Own score'), of: (unit) => inTenths(ownScore(unit)?.value ?? 0) },
    { heading: t('Own score: 95% interval from'), of: (unit) => inTenths(ownScore(unit)?.low ?? 0) },
    { heading: t('Own score: 95% interval to'), of: (unit) => inTenths(ownScore(unit)?.high ?? 0) },
    { heading: t('Fair score'), of: ({ value }) => inTenths(value) },
    { heading: t('Fair score: 95% interval from'), of: ({ low }) => inTenths(low) },
    { heading: t('Fair score: 95% interval to'), of: ({ high }) => inTenths(high) },
    { heading: t('Expected range from (99.8%)'), of: ({ n }) => inTenths(100 * limit(n).low) },
    { heading: t('Expected range to (99.8%)'), of: ({ n }) => inTenths(100 * limit(n).high) },
    { heading: t('Standard errors from the middle'), of: ({ z }) => z },
    { heading: t('Where'), of: ({ z }) => sayPlace(z) },
  ];
}

const inTenths = (value: number) => Math.round(value * 10) / 10;
