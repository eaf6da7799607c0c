import type { Trace } from '../network/changes/traces.service.js';
import { t } from '../platform/language/t.js';

/** What stands in the way of undoing an import that brought somebody or some place in. */
export const MESSAGES_TRACE: Trace = {
  group: 'notifications.messages',
  tables: ['message', 'mail', 'message_preference'],
  say: (n) => t('{n, plural, one {# has been sent messages} other {# have been sent messages}}', { n }),
};
