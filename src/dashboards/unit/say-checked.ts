/** When the figures were last counted again from single answers, in a sentence. */
import type { SelfCheckResult } from '../../feedback/self-check/self-check.service.js';
import { t } from '../../platform/language/t.js';
import { sayTime } from '../../platform/say.js';

/** Null while no check has run. */
export function sayChecked(check: SelfCheckResult | null): string | null {
  return (
    check &&
    t(
      'Figures checked {time}: {cells, plural, one {# unit week} other {# unit weeks}} counted again from single answers, {differences, plural, =0 {no difference} one {# difference} other {# differences}}.',
      { time: sayTime(new Date(check.checkedAt)), cells: check.cells, differences: check.differences },
    )
  );
}
