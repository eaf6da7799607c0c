import { describe, expect, it } from '@jest/globals';
import { checkConnection, type Described, type Point, type Verdict } from './connection-check.js';

const WANTED = { scope: 'openid profile', referenceClaim: 'employee_number', algorithms: ['RS256', 'ES256'] };
const WHOLE: Described = {
  authorization_endpoint: 'https://login.example.org/authorize',
  token_endpoint: 'https://login.example.org/token',
  code_challenge_methods_supported: ['plain', 'S256'],
  id_token_signing_alg_values_supported: ['RS256'],
  claims_supported: ['sub', 'employee_number'],
  scopes_supported: ['openid', 'profile'],
  authorization_response_iss_parameter_supported: true,
  end_session_endpoint: 'https://login.example.org/logout',
  backchannel_logout_supported: true,
};

const wrong = (told: Described, keys = 1): [Point, Verdict][] =>
  checkConnection(told, keys, WANTED)
    .filter(({ verdict }) => verdict !== 'good')
    .map(({ point, verdict }) => [point, verdict]);

describe('a provider', () => {
  it('that does everything is right', () => expect(wrong(WHOLE)).toEqual([]));

  it.each<[string, Partial<Described>, number, [Point, Verdict][]]>([
    ['without a place to sign in', { authorization_endpoint: undefined }, 1, [['endpoints', 'bad']]],
    ['without keys', {}, 0, [['keys', 'bad']]],
    ['that knows no challenge', { code_challenge_methods_supported: ['plain'] }, 1, [['challenge', 'bad']]],
    [
      'that signs with shared secrets only',
      { id_token_signing_alg_values_supported: ['HS256', 'none'] },
      1,
      [['algorithms', 'bad']],
    ],
    ['that offers another claim', { claims_supported: ['sub'] }, 1, [['referenceClaim', 'note']]],
    ['without our scope', { scopes_supported: ['openid'] }, 1, [['scope', 'note']]],
    ['that does not sign out', { end_session_endpoint: undefined }, 1, [['signOut', 'note']]],
    [
      'that does not tell us who signed out',
      { backchannel_logout_supported: undefined },
      1,
      [['signOutHeard', 'note']],
    ],
    [
      'that does not name itself on the way back',
      { authorization_response_iss_parameter_supported: false },
      1,
      [['issuerNamed', 'note']],
    ],
  ])('%s', (_what, told, keys, found) => expect(wrong({ ...WHOLE, ...told }, keys)).toEqual(found));

  it('that does not say is taken at its best', () => {
    const silent = { authorization_endpoint: 'https://a', token_endpoint: 'https://b' };
    expect(wrong(silent).filter(([, verdict]) => verdict === 'bad')).toEqual([]);
  });
});
