/** Which branches are behind, for the title of a card. */
import { t } from '../../platform/language/t.js';
import type { Branch } from '../table/rows.js';

/** '6 branches are behind this week', or on what was assigned to them. */
export function sayAreBehind(behind: readonly Branch[], on: 'week' | 'assigned'): string {
  const n = behind.length;
  const branches = behind.every(({ place }) => place.kind === 'branch');
  if (on === 'week')
    return branches
      ? t('{n, plural, one {# branch is behind this week} other {# branches are behind this week}}', { n })
      : t('{n, plural, one {# unit is behind this week} other {# units are behind this week}}', { n });
  return branches
    ? t(
        '{n, plural, one {# branch is behind on assigned training} other {# branches are behind on assigned training}}',
        {
          n,
        },
      )
    : t('{n, plural, one {# unit is behind on assigned training} other {# units are behind on assigned training}}', {
        n,
      });
}
