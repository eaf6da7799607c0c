import { SCOPES, type ScopeName } from '../../platform/api/service-account.js';
import { type IsoDate, londonDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayDate, sayFullDate, sayMoment } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { serviceAccountsPath, serviceAccountRevocationPath } from '../paths.js';
import type { ServiceAccountRow } from './service-accounts.queries.js';

interface ServiceAccountFacts {
  accounts: readonly ServiceAccountRow[];
  /** Shown once, right after it was made; null otherwise. */
  token: string | null;
  form: { formToken: string; name: string; scopes: readonly string[]; endsOn: string };
  problems: Problem[];
  today: IsoDate;
}

export function presentServiceAccounts({ accounts, token, form, problems, today }: ServiceAccountFacts) {
  const shown = presentProblems(problems);
  return {
    title: t('Service accounts'),
    sub: t('Other software of the company speaks to CX University under a name of its own.'),
    problems: shown,
    errors: shown?.by ?? {},
    token,
    action: serviceAccountsPath,
    form: { ...form, today },
    scopes: SCOPES.map((scope) => ({
      value: scope,
      text: t(ABOUT[scope]),
      hint: scope,
      checked: form.scopes.includes(scope),
    })),
    rows: accounts.map((account) => rowOf(account, today)),
  };
}

const ABOUT: Record<ScopeName, string> = {
  'responses:write': msg('Send customers’ answers'),
  'metrics:read': msg('Read the metrics of every unit'),
};

function rowOf(account: ServiceAccountRow, today: IsoDate) {
  const { id, name, scopes, tokenPrefix, lastUsedAt } = account;
  const state = stateOf(account, today);
  return {
    name,
    token: `${tokenPrefix}…`,
    scopes: scopes.join(', '),
    made: t('{name}, {at}', { name: account.madeBy, at: sayMoment(account.madeAt) }),
    used: lastUsedAt === null ? t('Never') : sayMoment(lastUsedAt),
    ...state,
    revocation: account.revokedAt === null ? serviceAccountRevocationPath(id) : null,
  };
}

function stateOf({ revokedAt, endsOn }: ServiceAccountRow, today: IsoDate) {
  if (revokedAt !== null)
    return { state: t('Revoked on {date}', { date: sayDate(londonDate(revokedAt), today) }), tone: null };
  if (endsOn === null) return { state: t('In use'), tone: 'good' as const };
  if (endsOn < today) return { state: t('Ended on {date}', { date: sayFullDate(endsOn) }), tone: 'warn' as const };
  return { state: t('Until {date}', { date: sayFullDate(endsOn) }), tone: 'good' as const };
}
