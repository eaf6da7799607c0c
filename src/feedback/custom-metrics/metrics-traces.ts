import type { Trace } from '../../network/changes/traces.service.js';
import { t } from '../../platform/language/t.js';

/** What stands in the way of undoing an import that brought in a place. */
export const VALUES_TRACE: Trace = {
  group: 'metrics.values',
  tables: ['metric_value', 'custom_metric', 'metric_import'],
  say: (n) =>
    t('{n, plural, one {# has other numbers, or brought some in} other {# have other numbers, or brought some in}}', {
      n,
    }),
};
