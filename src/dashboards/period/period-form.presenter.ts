import { PERIODS } from '../../feedback/metrics/period.js';
import { addDays } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { type Against, AGAINSTS, type PeriodRead } from './choice.js';
import { capital, sayAgainst, sayStretch } from './say-stretch.js';
import type { Stretches } from './stretches.js';

const AGAINST_WORDS: Record<Against, string> = {
  before: msg('The weeks before'),
  year: msg('The same weeks a year earlier'),
  none: msg('Nothing'),
};

/**
 * The form that changes weeks and comparison, sent by GET to the page itself. `kept` are the other choices in the address.
 * Wrong days stay in the form as they were typed.
 */
export function periodForm(
  path: string,
  { choice, problem }: PeriodRead,
  stretches: Stretches,
  kept: readonly [name: string, value: string][],
  query: Record<string, unknown>,
) {
  const { span, against } = choice;
  const days = span !== null && typeof span !== 'number' ? span : null;
  const typed = (name: string) => (problem && typeof query[name] === 'string' ? query[name] : null);
  return {
    path,
    now: t('{weeks}. {against}', { weeks: capital(sayStretch(stretches.now)), against: sayAgainst(choice, stretches) }),
    problem: problem ? { list: [{ text: problem, href: '#weeks' }] } : null,
    open: problem !== null,
    lengths: [
      { value: '', text: t('As many as a score needs'), selected: span === null },
      ...PERIODS.map((n) => ({
        value: String(n),
        text: t('The last {n, plural, other {# weeks}}', { n }),
        selected: span === n,
      })),
    ],
    from: typed('from') ?? days?.from ?? '',
    to: typed('to') ?? (days ? addDays(days.to, 6) : ''),
    againsts: AGAINSTS.map((one) => ({ value: one, text: t(AGAINST_WORDS[one]), selected: one === against })),
    kept: kept.map(([name, value]) => ({ name, value })),
  };
}
