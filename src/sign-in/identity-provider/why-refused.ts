import { type Reason, Refused } from './refusal.js';

/** What openid-client, jose and fetch throw, as far as it tells why. */
interface Thrown {
  name?: string;
  code?: string;
  message?: string;
  /** Of an OAuth error answer. */
  error?: string;
  /** Of a claim that jose refused. */
  claim?: string;
  cause?: unknown;
}

/**
 * Why a sign-in failed, from what was thrown on the way.
 * @returns null for what is no refusal but a fault of ours
 */
export function whyRefused(thrown: unknown): Refused | null {
  if (thrown instanceof Refused) return thrown;
  if (typeof thrown !== 'object' || thrown === null) return null;
  const [reason, detail = ''] = said(thrown as Thrown) ?? [];
  return reason === undefined ? null : new Refused(reason, detail, { cause: thrown });
}

type Said = [Reason, string?] | null;

/** In an answer of the provider's, in one of its tokens, on the line to it: the first that says something. */
function said(thrown: Thrown): Said {
  const { code = '', error } = thrown;
  if (error !== undefined) return answered(error);
  return ofToken(thrown) ?? ofMessage(thrown) ?? ofCode(code) ?? ofLine(thrown);
}

function ofToken(thrown: Thrown): Said {
  if (thrown.code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return [ofClaim(claimOf(thrown))];
  if (thrown.code === 'ERR_JWT_CLAIM_VALIDATION_FAILED') return [ofClaim(thrown.claim)];
  if (thrown.code !== 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return null;
  if (claimOf(thrown) === 'auth_time') return ['remembered', 'auth_time'];
  return [claimOf(thrown) === 'exp' ? 'expired' : 'notYet'];
}

/** These codes stand for several things; the message tells which. */
function ofMessage(thrown: Thrown): Said {
  const says = (word: string) => causesOf(thrown).some(({ message = '' }) => message.includes(word));
  if (thrown.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED' && says('issuer')) return ['issuer', 'discovery'];
  if (thrown.code !== 'OAUTH_INVALID_RESPONSE') return null;
  if (says('"iss"')) return ['issuer'];
  if (says('auth_time')) return ['remembered', 'no auth_time'];
  return says('"alg"') ? ['algorithm'] : null;
}

function ofCode(code: string): Said {
  if (Object.hasOwn(BY_CODE, code)) return [BY_CODE[code]!];
  return /^(OAUTH_|ERR_J)/.test(code) ? ['token', code] : null;
}

/** Nobody answered, or what answered was no provider. */
function ofLine({ name = '', message }: Thrown): Said {
  const broke = name === 'TypeError' && message === 'fetch failed';
  return broke || ['TimeoutError', 'AbortError', 'ClientError'].includes(name) ? ['unavailable'] : null;
}

const CANCELLED = ['access_denied', 'login_required', 'consent_required', 'interaction_required'];
const BAD_CLIENT = ['invalid_client', 'unauthorized_client'];

function answered(error: string): [Reason, string] {
  if (CANCELLED.includes(error)) return ['cancelled', ''];
  if (BAD_CLIENT.includes(error)) return ['client', ''];
  if (error === 'invalid_grant') return ['code', ''];
  if (error === 'temporarily_unavailable' || error === 'server_error') return ['unavailable', error];
  // Whoever can send a browser here can put any word into `error`; only those of the standards are kept.
  return ['provider', STANDARD_ERRORS.includes(error) ? error : ''];
}

const STANDARD_ERRORS = [
  ...['invalid_request', 'invalid_scope', 'unsupported_response_type', 'unsupported_grant_type', 'invalid_target'],
  ...['account_selection_required', 'invalid_request_uri', 'request_not_supported', 'invalid_token'],
];

const BY_CODE: Record<string, Reason> = {
  OAUTH_TIMEOUT: 'unavailable',
  OAUTH_ABORT: 'unavailable',
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'unavailable',
  OAUTH_RESPONSE_IS_NOT_JSON: 'unavailable',
  ERR_JWKS_TIMEOUT: 'unavailable',
  ERR_JOSE_GENERIC: 'unavailable',
  ERR_JWKS_INVALID: 'unavailable',
  ERR_JWT_EXPIRED: 'expired',
  ERR_JWS_SIGNATURE_VERIFICATION_FAILED: 'signature',
  ERR_JWKS_NO_MATCHING_KEY: 'signature',
  ERR_JWKS_MULTIPLE_MATCHING_KEYS: 'signature',
  ERR_JOSE_ALG_NOT_ALLOWED: 'algorithm',
  ERR_JOSE_NOT_SUPPORTED: 'algorithm',
};

function ofClaim(claim: string | undefined): Reason {
  if (claim === 'aud' || claim === 'azp') return 'audience';
  if (claim === 'iss') return 'issuer';
  if (claim === 'nonce') return 'nonce';
  return claim === 'iat' || claim === 'nbf' ? 'notYet' : 'token';
}

/** openid-client wraps the error that names the claim once or twice. */
function claimOf(thrown: unknown): string | undefined {
  for (const { cause } of causesOf(thrown)) {
    if (typeof cause === 'object' && cause !== null && 'claim' in cause && typeof cause.claim === 'string')
      return cause.claim;
  }
  return undefined;
}

function causesOf(thrown: unknown): Thrown[] {
  const found: Thrown[] = [];
  for (let one = thrown; typeof one === 'object' && one !== null && found.length < 4; one = (one as Thrown).cause) {
    found.push(one);
  }
  return found;
}
