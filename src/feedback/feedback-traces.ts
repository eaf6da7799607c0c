import type { Trace } from '../network/changes/traces.service.js';
import { t } from '../platform/language/t.js';

/** What stands in the way of undoing an import that brought somebody or some place in. */
export const ANSWERS_TRACE: Trace = {
  group: 'feedback.answers',
  tables: ['survey_response', 'unit_week', 'area_day'],
  derived: ['unit_standing'],
  say: (n) => t('{n, plural, one {# has customers’ answers} other {# have customers’ answers}}', { n }),
};
