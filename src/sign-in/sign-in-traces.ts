import type { Trace } from '../network/changes/traces.service.js';
import { t } from '../platform/language/t.js';

/** What stands in the way of undoing an import that brought somebody or some place in. */
export const SIGN_IN_TRACE: Trace = {
  group: 'signIn.access',
  tables: ['credential', 'sign_in_link', 'session', 'pin', 'shared_session', 'shared_place'],
  unchecked: [{ table: 'session', column: 'person_id' }],
  say: (n) => t('{n, plural, one {# can sign in or has signed in} other {# can sign in or have signed in}}', { n }),
};
