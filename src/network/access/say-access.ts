/** The steps of an answer in plain words, each with its days. */
import type { Role } from '../../platform/actor.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayList } from '../../platform/say.js';
import { sayRole } from '../role-words.js';
import type { Explained, Held, Missing, Opening, Target } from './explain.js';

/** 'Dawn Mercer is area manager of Northmere (A07) since 1 April 2021.' */
export function sayHeld(name: string, held: Held): string {
  const values = { name, role: sayRole(held.role), place: held.name, code: held.code, days: sayDays(held) };
  if (held.via === 'grant')
    return t('{name}: {role}, for the whole network, says {source}; {days}.', { ...values, source: held.source ?? '' });
  if (held.via === 'cover')
    return t('{name} covers for {other}: {role}, {place} ({code}), {days}.', { ...values, other: held.forName ?? '' });
  return t('{name}: {role}, {place} ({code}), {days}.', values);
}

/** Why that reaches the place. */
export function sayThrough({ through, stand, held }: Opening, target: Target | null): string | null {
  if (target === null || through === null) return null;
  const values = {
    place: target.name,
    area: stand?.areaName ?? '',
    region: stand?.regionName ?? '',
    role: sayRole(held.role),
  };
  if (through === 'itself') return t('That is {place} itself.', values);
  if (through === 'network') return t('{role}: the whole network, and {place} with it.', values);
  const days = stand ? sayDays(stand) : '';
  return through === 'area'
    ? t('{place} stands in {area}, {days}.', { ...values, days })
    : t('{place} stands in the region {region}, {days}.', { ...values, days });
}

export function sayMissing(name: string, missing: Missing, target: Target | null): string {
  const { held } = missing;
  const values = { name, role: sayRole(held.role), place: held.name, code: held.code, target: target?.name ?? '' };
  switch (missing.why) {
    case 'over':
      return t('{held} That is over.', { held: sayHeld(name, held) });
    case 'coming':
      return t('{held} That has not begun.', { held: sayHeld(name, held) });
    case 'role':
      return t('{held} The page asks for another role.', { held: sayHeld(name, held) });
    case 'moved':
      return t('{target} stood under {place} ({code}) {days}, and stands elsewhere on this day.', {
        ...values,
        days: sayDays(missing.stood),
      });
  }
}

/** Where the place stands on the day, for an answer that is no. */
export function sayStanding(target: Target, day: IsoDate): string {
  const stand = target.stands.find(({ from, to }) => from <= day && (to === null || day <= to));
  const last = target.stands.filter(({ to }) => to !== null && to < day).at(-1);
  if (stand && stand.areaName !== null)
    return t('On this day {place} stands in {area} and the region {region}, {days}.', {
      place: target.name,
      area: stand.areaName,
      region: stand.regionName,
      days: sayDays(stand),
    });
  if (stand)
    return t('On this day {place} stands in the region {region}, {days}.', {
      place: target.name,
      region: stand.regionName,
      days: sayDays(stand),
    });
  if (target.kind === 'region') return t('{place} is a region.', { place: target.name });
  return last
    ? t('{place} is closed since {day}.', { place: target.name, day: sayFullDate(last.to!) })
    : t('{place} is not open on this day.', { place: target.name });
}

export function sayPosted(name: string, { posted, lastPosting }: Explained): string | null {
  if (posted) return null;
  return lastPosting?.to
    ? t('{name} holds no post on this day: the last one ended on {day}. Without a post nobody gets in.', {
        name,
        day: sayFullDate(lastPosting.to),
      })
    : t('{name} holds no post on this day. Without a post nobody gets in.', { name });
}

export function sayRoles(roles: readonly Role[], held: readonly Held[], name: string): string[] {
  const own = [...new Set(held.map(({ role }) => role))];
  return [
    t('The page asks for one of these roles: {roles}.', { roles: sayList(roles.map(sayRole)) }),
    own.length > 0
      ? t('{name} has on this day: {roles}.', { name, roles: sayList(own.map(sayRole)) })
      : t('{name} has no role on this day.', { name }),
  ];
}

/** 'since 1 April 2021', 'from 7 to 18 …', 'until further notice' is no end. */
function sayDays({ from, to }: { from: IsoDate; to: IsoDate | null }): string {
  return to === null
    ? t('since {from}', { from: sayFullDate(from) })
    : t('from {from} to {to}', { from: sayFullDate(from), to: sayFullDate(to) });
}
