import { SCOPES } from '../../platform/api/service-account.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayMoment } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { serviceAccountRevocationPath, serviceAccountsPath, serviceAccountTokensPath } from '../paths.js';
import { ABOUT_SCOPE, sayToken, sayWhere, stateOf } from './say-account.js';
import type { ServiceAccountRow } from './service-accounts.queries.js';

/** A token that has just been made: shown this once. */
export interface ShownToken {
  name: string;
  token: string;
  /** What became of the token before it; null when there was none. */
  old: 'goesOn' | 'ended' | null;
}

interface TypedAccount {
  formToken: string;
  name: string;
  scopes: readonly string[];
  where: string;
  places: string;
  endsOn: string;
}

interface ServiceAccountFacts {
  accounts: readonly ServiceAccountRow[];
  shown: ShownToken | null;
  form: TypedAccount;
  problems: Problem[];
  today: IsoDate;
}

export function presentServiceAccounts({ accounts, shown, form, problems, today }: ServiceAccountFacts) {
  const refused = presentProblems(problems);
  const title = t('Service accounts');
  return {
    title: refused === null ? title : t('Error: {heading}', { heading: title }),
    heading: title,
    sub: t('Other software of the company speaks to CX University under a name of its own.'),
    problems: refused,
    errors: refused?.by ?? {},
    shown: shown && { ...shown, old: sayOld(shown.old) },
    action: serviceAccountsPath,
    csv: csvPath(serviceAccountsPath),
    form: { ...form, today },
    scopes: SCOPES.map((scope) => ({
      value: scope,
      text: t(ABOUT_SCOPE[scope]),
      hint: scope,
      checked: form.scopes.includes(scope),
    })),
    wheres: wheres(form.where),
    rows: accounts.map((account) => rowOf(account, form.formToken, today)),
  };
}

function wheres(chosen: string) {
  return [
    {
      value: 'places',
      text: t('Only in some regions, areas or units'),
      hint: t('Everything else reads as if it were not there.'),
      checked: chosen === 'places',
    },
    {
      value: 'network',
      text: t('In the whole network'),
      hint: t('Every unit, those to come too.'),
      checked: chosen === 'network',
    },
  ];
}

function sayOld(old: ShownToken['old']): string | null {
  if (old === null) return null;
  return old === 'ended'
    ? t('The token before opens nothing any more.')
    : t('The token before is good for 24 hours more, so that the software can change without a gap.');
}

function rowOf(account: ServiceAccountRow, formToken: string, today: IsoDate) {
  const { id, name, scopes, tokenPrefix, lastUsedAt } = account;
  const inUse = account.revokedAt === null;
  return {
    name,
    hidden: ` ${name}`,
    token: `${tokenPrefix}…`,
    replaced: sayToken(account),
    scopes,
    places: sayWhere(account),
    made: t('{name}, {at}', { name: account.madeBy, at: sayMoment(account.madeAt) }),
    used: lastUsedAt === null ? t('Never') : sayMoment(lastUsedAt),
    ...stateOf(account, today),
    revocation: inUse ? serviceAccountRevocationPath(id) : null,
    tokens: inUse ? { action: serviceAccountTokensPath(id), field: `lost-${id}`, formToken } : null,
  };
}
