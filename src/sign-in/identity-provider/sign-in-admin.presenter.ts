import type { Config } from '../../platform/config.js';
import { londonDate } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayDate, sayList, sayMoment, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { sayRole } from '../../network/role-words.js';
import { callbackPath, providerLogoutPath, SIGN_IN_PATH, signInAdminPath } from '../paths.js';
import type { Point, Verdict } from './connection-check.js';
import { REASONS, type Refused } from './refusal.js';
import type { RefusalRow } from './refusals.queries.js';

export interface Checked {
  points: { point: Point; verdict: Verdict }[];
  /** Why the provider could not be asked at all. */
  refused: Refused | null;
}

type Settings = Pick<Config, 'identityProvider' | 'passwordOnlyFor' | 'url'>;

export function presentSignInAdmin(
  config: Settings,
  { refusals, checked }: { refusals: readonly RefusalRow[]; checked: Checked | null },
) {
  return {
    title: t('Signing in'),
    sub: t('The company’s own sign-in, and who still uses a password. Settings come from the server’s environment.'),
    there: config.identityProvider !== null,
    needed: ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REFERENCE_CLAIM'],
    settings: settingsOf(config),
    addresses: addressesOf(config.url),
    testPath: `${signInAdminPath}?test=1`,
    checked: checked === null ? null : presentChecked(checked),
    refusals: refusals.map(presentRefusal),
    csvPath: csvPath(signInAdminPath),
  };
}

function settingsOf({ identityProvider, passwordOnlyFor }: Settings) {
  const passwords =
    passwordOnlyFor === null ? t('Everybody') : t('Only {references}', { references: sayList(passwordOnlyFor) });
  const rows = [{ label: t('Passwords'), value: passwords, variable: 'PASSWORD_ONLY_FOR' }];
  if (identityProvider === null) return rows;
  const { issuer, clientId, referenceClaim, groupsClaim, groupRoles, scope } = identityProvider;
  const roles = groupRoles.map(({ role, group }) => t('{group}: {role}', { group, role: sayRole(role) }));
  return [
    { label: t('Provider'), value: issuer, variable: 'OIDC_ISSUER' },
    { label: t('Our name there'), value: clientId, variable: 'OIDC_CLIENT_ID' },
    { label: t('Our secret there'), value: t('Set, never shown'), variable: 'OIDC_CLIENT_SECRET' },
    { label: t('Claim with the personnel reference'), value: referenceClaim, variable: 'OIDC_REFERENCE_CLAIM' },
    { label: t('Claim with the groups'), value: groupsClaim, variable: 'OIDC_GROUPS_CLAIM' },
    {
      label: t('Roles from groups'),
      value: roles.join('; ') || t('None: groups give nothing'),
      variable: 'OIDC_ROLES',
    },
    { label: t('What we ask for'), value: scope, variable: 'OIDC_SCOPE' },
    ...rows,
  ];
}

/** What the provider must be told about us. */
function addressesOf(url: string) {
  return [
    { label: t('Where it sends people back to'), value: url + callbackPath },
    { label: t('Where it sends them after signing out'), value: url + SIGN_IN_PATH },
    { label: t('Where it tells us who signed out'), value: url + providerLogoutPath },
  ];
}

function presentChecked({ points, refused }: Checked) {
  if (refused !== null) {
    return { verdict: { text: t('No connection'), tone: 'bad' }, sentence: t(REASONS[refused.reason]), points: [] };
  }
  const works = points.every(({ verdict }) => verdict !== 'bad');
  return {
    verdict: works ? { text: t('It works'), tone: 'good' } : { text: t('It can’t work like this'), tone: 'bad' },
    sentence: works
      ? t('The provider answers, and its keys are here. Sign in once yourself to see the claims arrive.')
      : t('The provider answers, but nobody can sign in until what is marked below is put right.'),
    points: points.map(({ point, verdict }) => ({
      text: t(POINTS[point]),
      ...STATES[verdict],
      state: t(STATES[verdict].state),
    })),
  };
}

const STATES: Record<Verdict, { state: string; tone: string }> = {
  good: { state: msg('Right'), tone: 'good' },
  note: { state: msg('To know'), tone: 'warn' },
  bad: { state: msg('Wrong'), tone: 'bad' },
};

const POINTS: Record<Point, string> = {
  endpoints: msg('It names where people sign in and where codes are redeemed.'),
  challenge: msg('It knows the challenge that ties a code to the browser (PKCE, S256).'),
  algorithms: msg('It signs its proofs with a private key (RS256, PS256, ES256 and the like).'),
  keys: msg('It shows the keys with which its signatures are checked.'),
  scope: msg('It knows what we ask for (OIDC_SCOPE).'),
  referenceClaim: msg('It lists the claim with the personnel reference. Where it does not, it may still send it.'),
  issuerNamed: msg('It names itself on the way back. Where it does not, the signature alone says who it is.'),
  signOut: msg('Signing out here signs out there too.'),
  signOutHeard: msg('It tells us when somebody signs out there.'),
};

function presentRefusal({ reason, detail, refusedOn, times, lastAt }: RefusalRow) {
  return {
    day: sayDate(refusedOn, londonDate(lastAt)),
    what: t(REASONS[reason]),
    detail,
    times: sayNumber(times),
    last: sayMoment(lastAt),
  };
}
