import type { Trace } from '../network/changes/traces.service.js';
import { t } from '../platform/language/t.js';

/** What stands in the way of undoing an import that brought somebody or some place in. */
export const LEARNING_TRACE: Trace = {
  group: 'learning.done',
  tables: ['enrolment', 'lesson_read', 'block_answer', 'attempt', 'completion'],
  say: (n) => t('{n, plural, one {# has begun or finished training} other {# have begun or finished training}}', { n }),
};
