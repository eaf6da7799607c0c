import type { Claims } from './reference-claim.js';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Whose sessions a provider ends by its own word: one of its sessions, or all of its user. */
export interface ProviderLogout {
  tokenId: string;
  subject: string | null;
  session: string | null;
}

/**
 * The provider's word that somebody signed out there, of a token whose signature, issuer, audience and age have been
 * checked (OpenID Connect Back-Channel Logout 1.0, section 2.6).
 * @returns null for a token that says something else, such as an ID token
 */
export function logoutIn(claims: Claims): ProviderLogout | null {
  const [tokenId, subject, session] = [claims.jti, claims.sub, claims.sid].map(textOrNull);
  if (!saysSo(claims.events) || claims.nonce !== undefined || !tokenId) return null;
  return subject || session ? { tokenId, subject: subject ?? null, session: session ?? null } : null;
}

const saysSo = (events: unknown) => typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT);

const textOrNull = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
