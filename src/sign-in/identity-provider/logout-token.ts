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
  const { events, jti, nonce, sub, sid } = claims;
  const saysSo = typeof events === 'object' && events !== null && Object.hasOwn(events, EVENT);
  if (!saysSo || nonce !== undefined || typeof jti !== 'string' || jti === '') return null;
  const subject = typeof sub === 'string' && sub !== '' ? sub : null;
  const session = typeof sid === 'string' && sid !== '' ? sid : null;
  return subject === null && session === null ? null : { tokenId: jti, subject, session };
}
