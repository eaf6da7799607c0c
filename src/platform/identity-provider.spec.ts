import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

const WHOLE = {
  OIDC_ISSUER: 'https://login.example.org/realms/company',
  OIDC_CLIENT_ID: 'cxu',
  OIDC_CLIENT_SECRET: 'hush',
  OIDC_REFERENCE_CLAIM: 'employee_number',
};

describe('the company’s own sign-in', () => {
  it('is read with safe defaults: no group gives a role', () => {
    expect(readConfig(WHOLE).identityProvider).toEqual({
      issuer: 'https://login.example.org/realms/company',
      clientId: 'cxu',
      clientSecret: 'hush',
      referenceClaim: 'employee_number',
      groupsClaim: 'groups',
      groupRoles: [],
      scope: 'openid profile',
    });
  });

  it('is read with groups whose names hold commas and equals signs', () => {
    const OIDC_ROLES = ' author=CXU authors ; administrator = CN=CXU admins,OU=Groups; author=Writers;';
    expect(readConfig({ ...WHOLE, OIDC_ROLES }).identityProvider?.groupRoles).toEqual([
      { role: 'author', group: 'CXU authors' },
      { role: 'administrator', group: 'CN=CXU admins,OU=Groups' },
      { role: 'author', group: 'Writers' },
    ]);
  });

  it.each([['http://127.0.0.1:4000'], ['http://localhost:4000/x'], ['https://login.example.org/']])(
    'may stand at %s',
    (OIDC_ISSUER) => expect(readConfig({ ...WHOLE, OIDC_ISSUER }).identityProvider?.issuer).toBe(OIDC_ISSUER),
  );

  const HTTPS = 'OIDC_ISSUER must be an https address, such as https://login.example.org/realms/company.';
  const ROLES =
    'OIDC_ROLES must look like author=Group one; administrator=Group two, with the roles author, analyst, administrator; others belong to a place and come from postings.';
  const NAMED =
    'PASSWORD_ONLY_FOR names the personnel references that may still use a password, such as 900001,900002, once OIDC_ISSUER is set.';
  it.each<[Record<string, string>, string]>([
    [
      { OIDC_ISSUER: WHOLE.OIDC_ISSUER },
      'OIDC_ISSUER is set, so single sign-on also needs OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REFERENCE_CLAIM.',
    ],
    [
      { OIDC_ROLES: 'author=A' },
      'OIDC_ROLES is set, so single sign-on also needs OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_REFERENCE_CLAIM.',
    ],
    [{ ...WHOLE, OIDC_CLIENT_SECRET: '' }, 'OIDC_ISSUER is set, so single sign-on also needs OIDC_CLIENT_SECRET.'],
    [{ ...WHOLE, OIDC_ISSUER: 'http://login.example.org' }, HTTPS],
    [{ ...WHOLE, OIDC_ISSUER: 'login.example.org' }, HTTPS],
    [{ ...WHOLE, OIDC_ISSUER: 'https://login.example.org/?tenant=1' }, HTTPS],
    [{ ...WHOLE, OIDC_ISSUER: 'http://127.0.0.1.evil.example' }, HTTPS],
    [
      { ...WHOLE, OIDC_REFERENCE_CLAIM: 'email' },
      'OIDC_REFERENCE_CLAIM must hold the personnel reference, which email cannot: such as employee_number.',
    ],
    [
      { ...WHOLE, OIDC_REFERENCE_CLAIM: 'a claim' },
      'OIDC_REFERENCE_CLAIM must be the name of a claim, such as employee_number.',
    ],
    [{ ...WHOLE, OIDC_ROLES: 'postmaster=Everybody' }, ROLES],
    [{ ...WHOLE, OIDC_ROLES: 'author' }, ROLES],
    [{ ...WHOLE, OIDC_ROLES: 'author=' }, ROLES],
    [{ ...WHOLE, OIDC_SCOPE: 'profile' }, 'OIDC_SCOPE must hold openid, such as openid profile.'],
    [{ PASSWORD_ONLY_FOR: '900001' }, NAMED],
    [{ ...WHOLE, PASSWORD_ONLY_FOR: ' , ' }, NAMED],
  ])('%j is answered with a sentence', (env, sentence) => {
    expect(() => readConfig(env)).toThrow(new ConfigError(sentence));
  });

  it('can be the only way in, except for the people named', () => {
    expect(readConfig({ ...WHOLE, PASSWORD_ONLY_FOR: '900001, 900002' }).passwordOnlyFor).toEqual(['900001', '900002']);
  });
});
