import { t } from '../../platform/language/t.js';
import { londonDate } from '../../platform/dates.js';
import { sayFullDate } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { importsPath } from '../paths.js';
import { GRAIN_NAMES, sayPeriod } from './grain.js';
import { nameOf } from './metric.js';
import type { MetricListed } from './metrics.queries.js';
import { metricPath, metricsPath, newMetricPath } from './paths.js';
import { KIND_NAMES, LEVEL_NAMES } from './say-metric.js';

/** All other numbers, those in use first. */
export function metricsPage(metrics: readonly MetricListed[]) {
  return {
    title: t('Other numbers'),
    sub: t(
      'Footfall, transactions, response times, an index from outside: named here, shown beside what customers say.',
    ),
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    action: { text: t('Add a number'), path: newMetricPath },
    empty: metrics.length === 0,
    table: metricsTable(metrics),
    csv: csvPath(metricsPath),
  };
}

export function metricsTable(metrics: readonly MetricListed[]) {
  const text = (value: string) => ({ text: value, numeric: false, href: null });
  return {
    caption: t('Other numbers'),
    captionHidden: true,
    head: [t('Number'), t('What it is'), t('Of what'), t('For'), t('From'), t('To'), t('Last values'), t('State')].map(
      (value) => ({ text: value, numeric: false }),
    ),
    rows: metrics.map((metric) => ({
      cells: [
        { text: nameOf(metric), numeric: false, href: metricPath(metric.key) },
        text(t(KIND_NAMES[metric.kind])),
        text(t(LEVEL_NAMES[metric.level])),
        text(t(GRAIN_NAMES[metric.grain])),
        text(metric.firstOn ? sayPeriod(metric.grain, metric.firstOn) : '–'),
        text(metric.lastOn ? sayPeriod(metric.grain, metric.lastOn) : '–'),
        text(metric.lastImportAt ? sayFullDate(londonDate(metric.lastImportAt)) : t('None yet')),
        text(metric.retiredAt ? t('Retired') : t('In use')),
      ],
    })),
  };
}
