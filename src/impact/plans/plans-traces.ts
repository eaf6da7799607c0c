import type { Trace } from '../../network/changes/traces.service.js';
import { t } from '../../platform/language/t.js';

/** What stands in the way of undoing an import that brought in a unit or an area of a lot, or whoever drew it. */
export const PLANS_TRACE: Trace = {
  group: 'impact.plans',
  tables: ['wave_plan', 'wave_area', 'wave_unit'],
  say: (n) => t('{n, plural, one {# is part of a training in waves} other {# are part of trainings in waves}}', { n }),
};
