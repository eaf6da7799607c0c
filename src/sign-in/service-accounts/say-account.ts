/** What an account is, in words: where it may act, what has become of it, and of its tokens. */
import type { ScopeName } from '../../platform/api/service-account.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayDate, sayFullDate, sayMoment } from '../../platform/say.js';
import type { ServiceAccountRow } from './service-accounts.queries.js';
import type { KnownPlace, PlaceKind } from './written-places.js';

export const ABOUT_SCOPE: Record<ScopeName, string> = {
  'responses:write': msg('Send customers’ answers'),
  'metrics:read': msg('Read the metrics of units'),
  'metrics:write': msg('Send values of other numbers'),
};

const KINDS: Record<PlaceKind, string> = {
  region: msg('Region {name} ({code})'),
  area: msg('Area {name} ({code})'),
  unit: msg('{name} ({code})'),
};

export const sayPlace = ({ kind, name, code }: Pick<KnownPlace, 'kind' | 'name' | 'code'>): string =>
  t(KINDS[kind], { name, code });

export function sayWhere({ wholeNetwork, places }: Pick<ServiceAccountRow, 'wholeNetwork' | 'places'>): string[] {
  return wholeNetwork ? [t('The whole network')] : places.map(sayPlace);
}

export interface AccountState {
  state: string;
  tone: 'good' | 'warn' | null;
}

export function stateOf(
  { revokedAt, endsOn }: Pick<ServiceAccountRow, 'revokedAt' | 'endsOn'>,
  today: IsoDate,
): AccountState {
  if (revokedAt !== null)
    return { state: t('Revoked on {date}', { date: sayDate(londonDate(revokedAt), today) }), tone: null };
  if (endsOn === null) return { state: t('In use'), tone: 'good' };
  if (endsOn < today) return { state: t('Ended on {date}', { date: sayFullDate(endsOn) }), tone: 'warn' };
  return { state: t('Until {date}', { date: sayFullDate(endsOn) }), tone: 'good' };
}

/** 'New token 3 February 2027 at 10:15. The one before is good until 4 February 2027 at 10:15.' Null for the first token. */
export function sayToken({ tokenMadeAt, previousUntil }: Pick<ServiceAccountRow, 'tokenMadeAt' | 'previousUntil'>) {
  if (tokenMadeAt === null) return null;
  const at = sayMoment(tokenMadeAt);
  return previousUntil === null
    ? t('New token {at}.', { at })
    : t('New token {at}. The one before is still good for less than a day.', { at });
}
