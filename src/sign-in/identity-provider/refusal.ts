import { msg } from '../../platform/language/t.js';

/**
 * Why a sign-in through the company's identity provider was refused. People read one of a few sentences; administrators
 * read which, and what to do about it (`REASONS`).
 */
export const REASONS = {
  cancelled: msg('Somebody stopped at the provider’s page. Nothing to do.'),
  visit: msg(
    'The way back fitted no sign-in that was begun in that browser within ten minutes: too slow, sent twice, or begun by somebody else. Look closer only when these are many.',
  ),
  unavailable: msg('The provider did not answer, or not as it should. Test the connection on this page.'),
  provider: msg('The provider answered with the error named beside. Its own log says more.'),
  client: msg('The provider does not accept our name and secret. Check OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.'),
  code: msg('The provider refused the code that it had sent with the browser: used before, or too late.'),
  issuer: msg(
    'The answer came from another provider than OIDC_ISSUER names. It must be written exactly as the provider writes it.',
  ),
  audience: msg('The proof was made out to other software. Check OIDC_CLIENT_ID.'),
  nonce: msg('The proof belongs to another sign-in. Look closer when this happens more than once.'),
  expired: msg('The proof had run out. Check the clocks of this server and of the provider.'),
  remembered: msg(
    'On a shared device everybody must prove who they are anew, and the provider did not say that they had. Let it heed prompt=login and max_age, and send auth_time.',
  ),
  notYet: msg('The proof is dated in the future. Check the clocks of this server and of the provider.'),
  signature: msg(
    'The proof is not signed with one of the provider’s keys. Look closer when this happens more than once.',
  ),
  algorithm: msg('The proof is signed in a way that is not safe. Choose RS256, PS256 or ES256 at the provider.'),
  token: msg('The proof could not be read. Test the connection on this page.'),
  noReference: msg(
    'The proof holds no personnel reference. Let the provider send the claim that OIDC_REFERENCE_CLAIM names.',
  ),
  referenceForm: msg(
    'The claim with the reference is not a text. Let the provider send it as text, with its leading zeros.',
  ),
  unknownReference: msg(
    'Nobody has that reference. Its form is named beside: compare it with the references of your people.',
  ),
  noPosting: msg('The person is known but holds no post today.'),
} as const satisfies Record<string, string>;

export type Reason = keyof typeof REASONS;

export const isReason = (text: string): text is Reason => Object.hasOwn(REASONS, text);

/** A sign-in that goes no further. `detail` is for administrators and holds nothing about a person. */
export class Refused extends Error {
  constructor(
    readonly reason: Reason,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(`Sign-in refused: ${reason} ${detail}`.trim(), options);
  }
}
