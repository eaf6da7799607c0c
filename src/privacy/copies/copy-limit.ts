import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

/** One's own: a second one mends a lost file, a fourth helps nobody. Administrators work through a pile of letters. */
const A_DAY = { self: 3, others: 30 };

/** @throws RuleBroken when somebody has asked for enough copies since yesterday */
export function checkCopyLimit(askedSinceYesterday: number, about: keyof typeof A_DAY): void {
  if (askedSinceYesterday < A_DAY[about]) return;
  throw new RuleBroken(
    about === 'self'
      ? t('You’ve asked for {n, plural, other {# copies}} since yesterday. Use one of those, or ask again tomorrow.', {
          n: A_DAY.self,
        })
      : t('You’ve asked for {n, plural, other {# copies}} since yesterday. Go on tomorrow.', { n: A_DAY.others }),
  );
}
