import { describe, expect, it } from '@jest/globals';
import { Refused } from './refusal.js';
import { whyRefused } from './why-refused.js';

const thrown = (fields: object) => Object.assign(new Error('thrown'), fields);

describe('why a sign-in was refused', () => {
  it.each<[string, object, string, string]>([
    ['a line that broke', Object.assign(new TypeError('fetch failed'), {}), 'unavailable', ''],
    ['an answer that took too long', { name: 'TimeoutError' }, 'unavailable', ''],
    ['a page instead of an answer', { code: 'OAUTH_RESPONSE_IS_NOT_JSON' }, 'unavailable', ''],
    ['a person who stopped', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'access_denied' }, 'cancelled', ''],
    ['our secret, which is wrong', { code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'invalid_client' }, 'client', ''],
    ['a code that was used', { code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'invalid_grant' }, 'code', ''],
    [
      'an error of the standard',
      { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'invalid_scope' },
      'provider',
      'invalid_scope',
    ],
    ['an error that somebody wrote', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'call 555' }, 'provider', ''],
    ['the wrong audience', { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'aud' }, 'audience', ''],
    [
      'the wrong nonce',
      { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED', cause: { cause: { claim: 'nonce' } } },
      'nonce',
      '',
    ],
    [
      'a proof that ran out',
      { code: 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED', cause: { cause: { claim: 'exp' } } },
      'expired',
      '',
    ],
    ['a proof from tomorrow', { code: 'ERR_JWT_CLAIM_VALIDATION_FAILED', claim: 'iat' }, 'notYet', ''],
    ['a foreign signature', { code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' }, 'signature', ''],
    ['anything else of the libraries', { code: 'OAUTH_PARSE_ERROR' }, 'token', 'OAUTH_PARSE_ERROR'],
  ])('%s', (_what, fields, reason, detail) => {
    const refused = whyRefused(fields instanceof Error ? fields : thrown(fields));
    expect([refused?.reason, refused?.detail]).toEqual([reason, detail]);
  });

  it('is what was said before', () => {
    const refused = new Refused('noPosting');
    expect(whyRefused(refused)).toBe(refused);
  });

  it.each([[new TypeError('x is not a function')], [new Error('the database is away')], [null], ['text'], [undefined]])(
    'is not to blame for %s',
    (fault) => expect(whyRefused(fault)).toBeNull(),
  );
});
