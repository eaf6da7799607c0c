/** What somebody may do, and where each role comes from. */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { sayRole } from '../role-words.js';
import type { CoverSeen, PersonSeen } from './person.queries.js';

/** Cover and granted roles; what a posting gives stands in the list of postings. */
export function rolesOf({ granted, actsFor, coveredBy }: PersonSeen, today: IsoDate) {
  return [
    ...granted.map(({ role, source, from }) => ({
      text: t('{role}, from {source}', { role: sayRole(role), source: saySource(source) }),
      days: from > today ? t('from {day}', { day: sayFullDate(from) }) : t('since {day}', { day: sayFullDate(from) }),
    })),
    ...actsFor.map((cover) => ({
      text: t('Acts for {name} as {role}, {place}', coverValues(cover)),
      days: sayUntil(cover, today),
    })),
    ...coveredBy.map((cover) => ({
      text: t('{name} acts for them as {role}, {place}', coverValues(cover)),
      days: sayUntil(cover, today),
    })),
  ];
}

const coverValues = ({ name, role, placeName }: CoverSeen) => ({
  name,
  role: sayRole(role).toLowerCase(),
  place: placeName,
});

function saySource(source: string): string {
  return source === 'sso' || source.startsWith('oidc') ? t('the company’s sign-in') : source;
}

function sayUntil({ from, to }: CoverSeen, today: IsoDate): string {
  if (from > today)
    return to
      ? t('{from} to {to}', { from: sayFullDate(from), to: sayFullDate(to) })
      : t('from {day}', { day: sayFullDate(from) });
  return to ? t('until {day}', { day: sayFullDate(to) }) : t('until further notice');
}
