import type { Trace } from '../network/changes/traces.service.js';
import { t } from '../platform/language/t.js';

/** What stands in the way of undoing an import that brought somebody or some place in. */
export const ASSIGNED_TRACE: Trace = {
  group: 'assignments.asked',
  tables: ['requirement', 'assignment_person', 'assignment_unit', 'assignment_place'],
  say: (n) => t('{n, plural, one {# has been assigned training} other {# have been assigned training}}', { n }),
};
