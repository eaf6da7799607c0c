/**
 * How the company's identity provider (OpenID Connect) is written into the environment. Half of it is no sign-in at all,
 * so a start with half of it is refused with a sentence.
 */
import { CX_TEAM, type Role } from './actor.js';
import { ConfigError, type Environment } from './variables.js';

/** A group of the provider whose members hold a role here. */
export interface GroupRole {
  role: Role;
  group: string;
}

export interface IdentityProviderSettings {
  /** As the provider itself writes it: compared letter by letter. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The claim that holds the personnel reference. */
  referenceClaim: string;
  groupsClaim: string;
  groupRoles: GroupRole[];
  scope: string;
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_REFERENCE_CLAIM'] as const;
const FURTHER = ['OIDC_GROUPS_CLAIM', 'OIDC_ROLES', 'OIDC_SCOPE'] as const;

/** @returns null when none of its variables is set */
export function identityProvider(env: Environment): IdentityProviderSettings | null {
  const given = [...NEEDED, ...FURTHER].filter((name) => env[name]);
  if (given.length === 0) return null;
  const missing = NEEDED.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new ConfigError(`${given[0]} is set, so single sign-on also needs ${missing.join(', ')}.`);
  }
  return {
    issuer: issuer(env.OIDC_ISSUER!),
    clientId: env.OIDC_CLIENT_ID!,
    clientSecret: env.OIDC_CLIENT_SECRET!,
    referenceClaim: claim(env, 'OIDC_REFERENCE_CLAIM', 'employee_number'),
    groupsClaim: claim(env, 'OIDC_GROUPS_CLAIM', 'groups'),
    groupRoles: groupRoles(env.OIDC_ROLES ?? ''),
    scope: scope(env.OIDC_SCOPE || 'openid profile'),
  };
}

/** People who may still sign in with a password, by reference; null: everybody may. */
export function passwordOnlyFor(env: Environment, provider: IdentityProviderSettings | null): string[] | null {
  const text = env.PASSWORD_ONLY_FOR;
  if (!text) return null;
  const references = partsOf(text, ',');
  if (provider === null || references.length === 0) {
    throw new ConfigError(
      'PASSWORD_ONLY_FOR names the personnel references that may still use a password, such as 900001,900002, once OIDC_ISSUER is set.',
    );
  }
  return references;
}

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/** Signatures are worth as much as the way their keys came: https, except on this machine. */
function issuer(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (url === null || !safe || url.search || url.hash || url.username) {
    throw new ConfigError('OIDC_ISSUER must be an https address, such as https://login.example.org/realms/company.');
  }
  return text;
}

/** E-mail addresses change hands and people choose their names: neither says who somebody is for good. */
const NO_PROOF = ['email', 'name', 'nickname', 'given_name', 'family_name'];

function claim(env: Environment, name: string, fallback: string): string {
  const text = env[name] || fallback;
  if (!/^[\w.:/-]{1,100}$/.test(text)) {
    throw new ConfigError(`${name} must be the name of a claim, such as ${fallback}.`);
  }
  if (name === 'OIDC_REFERENCE_CLAIM' && NO_PROOF.includes(text)) {
    throw new ConfigError(`${name} must hold the personnel reference, which ${text} cannot: such as ${fallback}.`);
  }
  return text;
}

const FORM = 'OIDC_ROLES must look like author=Group one; administrator=Group two, with the roles';

/** 'author=CXU authors; administrator=CN=CXU admins,OU=Groups': a group may hold commas and equals signs. */
function groupRoles(text: string): GroupRole[] {
  return partsOf(text, ';').map((part) => {
    const role = CX_TEAM.find((one) => one === part.split('=')[0]!.trim());
    const group = part.slice(part.indexOf('=') + 1).trim();
    if (role === undefined || !part.includes('=') || group === '') {
      throw new ConfigError(`${FORM} ${CX_TEAM.join(', ')}; others belong to a place and come from postings.`);
    }
    return { role, group };
  });
}

function scope(text: string): string {
  const scopes = partsOf(text, ' ');
  if (!scopes.includes('openid')) throw new ConfigError('OIDC_SCOPE must hold openid, such as openid profile.');
  return scopes.join(' ');
}

const partsOf = (text: string, by: string) =>
  text
    .split(by)
    .map((part) => part.trim())
    .filter((part) => part !== '');
