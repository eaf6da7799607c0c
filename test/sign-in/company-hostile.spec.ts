import type { JWK } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Browserless } from '../support/browserless.js';
import { type CompanyWorld, peopleThere, startCompany } from './company-world.js';
import { forged, signedWithPublicKey, unsigned } from './forged.js';
import { aKey, CLIENT_ID, type RealProvider } from './real-provider.js';

let world: CompanyWorld;
let provider: RealProvider;
/** Somebody else's key, under a name of its own. */
let foreign: JWK;
beforeAll(async () => {
  world = await startCompany();
  ({ provider } = world);
  foreign = await aKey('stranger');
});
afterAll(() => world.stop());
beforeEach(async () => {
  provider.people = peopleThere();
  await world.refused();
});
afterEach(async () => {
  for (const name of Object.keys(provider.tampering))
    delete provider.tampering[name as keyof RealProvider['tampering']];
  provider.cancels = false;
  expect(await world.app.db.query('select 1 from session')).toEqual([]);
});

const seconds = () => Math.floor(Date.now() / 1000);

/** The whole way with the ID token altered on its way to us. */
async function withToken(alter: (token: string) => string | Promise<string>) {
  provider.tampering.token = async (body) => ({ ...body, id_token: await alter(body.id_token as string) });
  return world.signIn('sam');
}

describe('a proof that cannot be trusted signs nobody in', () => {
  const altered = (claims: Record<string, unknown>) =>
    withToken((token) => forged(token, { claims, key: provider.key }));

  it.each<[string, Record<string, unknown>, string]>([
    ['of another issuer', { iss: 'https://evil.example' }, 'issuer'],
    ['of nearly the issuer', { iss: 'http://127.0.0.1' }, 'issuer'],
    ['for another audience', { aud: 'payroll' }, 'audience'],
    ['for two audiences without saying whose it is', { aud: [CLIENT_ID, 'payroll'] }, 'audience'],
    ['for us, but handed to another client', { azp: 'payroll' }, 'audience azp'],
    ['of another sign-in', { nonce: 'somebody-else’s' }, 'nonce'],
    ['without a nonce', { nonce: undefined }, 'token OAUTH_INVALID_RESPONSE'],
    ['that has run out', { exp: seconds() - 60, iat: seconds() - 120 }, 'expired'],
    ['without an end', { exp: undefined }, 'token OAUTH_INVALID_RESPONSE'],
    ['made an hour ago', { iat: seconds() - 3_600 }, 'expired'],
    ['made in an hour', { iat: seconds() + 3_600 }, 'notYet'],
    ['that is not valid yet', { nbf: seconds() + 600 }, 'notYet'],
    ['about nobody', { sub: undefined }, 'token OAUTH_INVALID_RESPONSE'],
  ])('%s', async (_what, claims, why) => {
    const { answer, browser } = await altered(claims);
    expect(answer.status).toBe(403);
    expect(answer.words).toContain('could not be trusted, so nobody was signed in');
    expect(browser.cookies.has('cxu')).toBe(false);
    expect(await world.refused()).toEqual([why]);
  });

  it.each<[string, (token: string) => string | Promise<string>, string]>([
    ['without a signature', unsigned, 'algorithm'],
    ['signed with the public key as a shared secret', (token) => signedWithPublicKey(token, provider.key), 'algorithm'],
    [
      'signed by a stranger who names the provider’s key',
      (token) => forged(token, { key: foreign, header: { kid: provider.key.kid } }),
      'signature',
    ],
    ['signed by a stranger with a key of their own', (token) => forged(token, { key: foreign }), 'signature'],
    ['signed by a stranger who says where their key is', withForeignAddress, 'signature'],
    ['whose claims were changed after it was signed', changedAfterwards, 'signature'],
    [
      'with extensions that we don’t know',
      (token) => forged(token, { key: provider.key, header: { crit: ['exp'] } }),
      'token',
    ],
    ['that is no token', () => 'not a token', 'token OAUTH_INVALID_RESPONSE'],
    ['that is empty', () => '', 'token OAUTH_INVALID_RESPONSE'],
  ])('%s', async (_what, alter, why) => {
    const { answer } = await withToken(alter);
    expect(answer.status).toBe(403);
    expect((await world.refused()).join()).toContain(why);
  });

  it('that is missing', async () => {
    provider.tampering.token = (body) => ({ ...body, id_token: undefined });
    expect((await world.signIn('sam')).answer.status).toBe(403);
  });

  it('made out to another client of the same provider', async () => {
    const elsewhere = await tokenOfAnotherClient();
    await withToken(() => elsewhere).then(({ answer }) => expect(answer.status).toBe(403));
    expect((await world.refused())[0]).toMatch(/^(audience|nonce)/);
  });

  it('a second or two ahead of our clock is believed', async () => {
    const { answer } = await altered({ iat: seconds() + 5, nbf: seconds() + 5 });
    expect(answer.status).toBe(303);
    await world.app.db.query('delete from session');
  });

  function withForeignAddress(token: string): string {
    const { kty, n, e } = foreign;
    return forged(token, { key: foreign, header: { jku: 'https://evil.example/keys', jwk: { kty, n, e } } });
  }

  function changedAfterwards(token: string): string {
    const [head, , signature] = token.split('.');
    const body = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
    const changed = Buffer.from(JSON.stringify({ ...body, employee_number: '900001' })).toString('base64url');
    return `${head}.${changed}.${signature}`;
  }

  async function tokenOfAnotherClient(): Promise<string> {
    let seen = '';
    provider.tampering.token = (body) => {
      seen = body.id_token as string;
      return body;
    };
    await world.signIn('eleri');
    await world.app.db.query('delete from session');
    return forged(seen, { key: provider.key, claims: { aud: 'payroll', azp: 'payroll' } });
  }
});

describe('a way back that is not the way out', () => {
  const changed = (callback: string, change: (query: URLSearchParams) => void) => {
    const url = new URL(callback, 'http://here');
    change(url.searchParams);
    return url.pathname + url.search;
  };

  it.each<[string, (query: URLSearchParams) => void, number, string]>([
    ['without its state', (query) => query.delete('state'), 400, 'visit'],
    ['with an empty state', (query) => query.set('state', ''), 400, 'visit'],
    ['with a made-up state', (query) => query.set('state', 'made-up'), 400, 'visit'],
    ['with two states', (query) => query.append('state', 'second'), 403, 'token OAUTH_INVALID_RESPONSE'],
    ['with two codes', (query) => query.append('code', 'second'), 403, 'token OAUTH_INVALID_RESPONSE'],
    ['without a code', (query) => query.delete('code'), 403, 'token'],
    ['with a made-up code', (query) => query.set('code', 'made-up'), 403, 'code'],
    ['from another provider', (query) => query.set('iss', 'https://evil.example'), 403, 'issuer'],
    ['without saying from which provider', (query) => query.delete('iss'), 403, 'issuer'],
    ['with a token in the address', (query) => query.set('id_token', 'x.y.z'), 403, 'token'],
    [
      'with words of somebody’s own as the error',
      (query) => query.set('error', '<script>call 555</script>'),
      503,
      'provider',
    ],
  ])('%s is refused', async (_what, change, status, why) => {
    const { browser, callback } = await world.outAndBack('sam');
    const answer = await browser.get(changed(callback, change));
    expect(answer.status).toBe(status);
    expect(answer.text).not.toContain('script>call');
    expect((await world.refused()).join()).toContain(why);
    // Whatever it was, that visit is over.
    if (why !== 'visit') expect((await browser.get(callback)).status).toBe(400);
  });

  it('counts once', async () => {
    const { browser, callback } = await world.outAndBack('sam');
    expect((await browser.get(callback)).status).toBe(303);
    await world.app.db.query('delete from session');
    expect((await browser.get(callback)).status).toBe(400);
    expect(await world.refused()).toEqual(['visit']);
  });

  it('is refused when twenty bring it at once, but for one', async () => {
    const { browser, callback } = await world.outAndBack('sam');
    const answers = await Promise.all(Array.from({ length: 20 }, () => copyOf(browser).get(callback)));
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    await world.app.db.query('delete from session');
  });

  it('does not bring a code that was used before', async () => {
    const first = await world.outAndBack('sam');
    const code = new URL(first.callback, 'http://here').searchParams.get('code')!;
    expect((await first.browser.get(first.callback)).status).toBe(303);
    await world.app.db.query('delete from session');
    const second = await world.outAndBack('sam');
    const answer = await second.browser.get(changed(second.callback, (query) => query.set('code', code)));
    expect(answer.status).toBe(403);
    expect(await world.refused()).toEqual(['code']);
  });

  it('does not bring the code of somebody else’s sign-in', async () => {
    const [ros, sam] = [await world.outAndBack('ros'), await world.outAndBack('sam')];
    const code = new URL(ros.callback, 'http://here').searchParams.get('code')!;
    const answer = await sam.browser.get(changed(sam.callback, (query) => query.set('code', code)));
    expect(answer.status).toBe(403);
    expect(await world.refused()).toEqual(['code']);
  });

  it('belongs to the browser that went out: nobody is signed in as somebody else by a link', async () => {
    const attacker = await world.outAndBack('eleri');
    const victim = world.app.visitor();
    expect((await victim.get(attacker.callback)).status).toBe(400);
    expect(victim.cookies.has('cxu')).toBe(false);
    expect((await attacker.browser.get(attacker.callback)).status).toBe(400);
  });

  it('does not help a victim who has begun a sign-in too', async () => {
    const [attacker, victim] = [await world.outAndBack('eleri'), await world.outAndBack('sam')];
    expect((await victim.browser.get(attacker.callback)).status).toBe(400);
    expect((await victim.browser.get(victim.callback)).status).toBe(303);
    await world.app.db.query('delete from session');
  });

  it('is refused with a browser’s secret that somebody made up', async () => {
    const { browser, callback } = await world.outAndBack('sam');
    browser.cookies.set('cxu-visit', encodeURIComponent('s:made-up.signature'));
    expect((await browser.get(callback)).status).toBe(400);
  });

  it('is refused after ten minutes', async () => {
    const { browser, callback } = await world.outAndBack('sam');
    await world.app.db.query(`update provider_visit set begun_at = begun_at - interval '11 minutes'`);
    const answer = await browser.get(callback);
    expect([answer.status, answer.words.includes('That took too long')]).toEqual([400, true]);
  });

  it('without the verifier is refused by the provider', async () => {
    provider.tampering.tokenRequest = (fields) => fields.delete('code_verifier');
    expect((await world.signIn('sam')).answer.status).toBe(403);
    expect(await world.refused()).toEqual(['code']);
  });

  it('with another verifier is refused by the provider', async () => {
    provider.tampering.tokenRequest = (fields) => fields.set('code_verifier', 'a'.repeat(43));
    expect((await world.signIn('sam')).answer.status).toBe(403);
    expect(await world.refused()).toEqual(['code']);
  });

  it('of somebody who stopped there says so', async () => {
    provider.cancels = true;
    const { browser, callback } = await world.outAndBack('sam', { next: '/record' });
    const answer = await browser.get(callback);
    expect([answer.status, answer.words.includes('You stopped signing in')]).toEqual([403, true]);
    expect(answer.text).toContain('href="/sign-in/company?next&#x3D;%2Frecord"');
    expect(await world.refused()).toEqual(['cancelled']);
  });
});

describe('a provider in trouble', () => {
  it.each<[string, RealProvider['tampering']['tokenAnswer']]>([
    ['fails', { status: 500, type: 'text/plain', body: 'boom' }],
    ['says so', { status: 503, type: 'application/json', body: '{"error":"temporarily_unavailable"}' }],
    ['answers with a page', { status: 200, type: 'text/html', body: '<html>' }],
    ['sends us elsewhere', { status: 302, type: 'text/plain', body: '', location: 'http://127.0.0.1:9/' }],
    ['does not know us', { status: 401, type: 'application/json', body: '{"error":"invalid_client"}' }],
  ])('that %s is not there', async (_what, tokenAnswer) => {
    provider.tampering.tokenAnswer = tokenAnswer!;
    const { answer } = await world.signIn('sam');
    expect([answer.status, answer.words.includes('can’t be reached')]).toEqual([503, true]);
  });
});

describe('a provider that describes itself strangely', () => {
  let fresh: CompanyWorld;
  beforeAll(async () => {
    fresh = await startCompany();
  });
  afterAll(() => fresh.stop());

  it.each<[string, Record<string, unknown>, string]>([
    ['names another issuer', { issuer: 'https://evil.example' }, 'issuer discovery'],
    ['has no keys', { jwks_uri: undefined }, 'unavailable jwks_uri'],
    ['sends keys without protection', { jwks_uri: 'http://evil.example/keys' }, 'unavailable jwks_uri'],
  ])('as one that %s is not asked', async (_what, different, why) => {
    fresh.provider.tampering.discovery = (body) => ({ ...body, ...different });
    const answer = await fresh.app.visitor().get('/sign-in/company');
    expect([answer.status >= 400, answer.location]).toEqual([true, null]);
    expect(await fresh.refused()).toEqual([why]);
  });
});

describe('the provider’s word that somebody signed out', () => {
  const events = { 'http://schemas.openid.net/event/backchannel-logout': {} };
  let token = '';
  let browser: Browserless;
  beforeEach(async () => {
    provider.tampering.token = (body) => {
      token = body.id_token as string;
      return body;
    };
    ({ browser } = await world.signIn('sam'));
  });
  afterEach(() => world.app.db.query('delete from session'));

  const say = async (word: string) =>
    (
      await new Browserless(world.app.url).send(
        'POST',
        '/sign-in/company/logout',
        new URLSearchParams({ logout_token: word }),
      )
    ).status;
  const word = (claims: Record<string, unknown> = {}, key = provider.key) =>
    forged(token, {
      key,
      claims: { nonce: undefined, sid: undefined, events, jti: `${Math.random()}`, iat: seconds(), ...claims },
    });

  it('is heard, and again changes nothing', async () => {
    const said = word();
    expect([await say(said), await say(said)]).toEqual([200, 200]);
    expect((await browser.get('/record')).status).toBe(303);
    await world.signIn('sam');
    expect(await say(said)).toBe(200);
    expect(await world.app.db.query('select 1 from session')).toHaveLength(1);
  });

  it.each<[string, () => string]>([
    ['the proof of a sign-in', () => token],
    ['one signed by a stranger', () => word({}, foreign)],
    ['one without a signature', () => unsigned(word())],
    ['one for another client', () => word({ aud: 'payroll' })],
    ['one of another issuer', () => word({ iss: 'https://evil.example' })],
    ['one that is old', () => word({ iat: seconds() - 600 })],
    ['one with a nonce', () => word({ nonce: 'n' })],
    ['one about nobody', () => word({ sub: undefined })],
    ['one that is no token', () => 'x'],
  ])('is not %s', async (_what, make) => {
    expect(await say(make())).toBe(400);
    expect((await browser.get('/record')).status).toBe(200);
  });

  it('about somebody else leaves this one', async () => {
    expect(await say(word({ sub: 'eleri' }))).toBe(200);
    expect((await browser.get('/record')).status).toBe(200);
  });
});

/** The same cookies in a browser of its own. */
function copyOf(browser: Browserless): Browserless {
  const copy = new Browserless(browser.url);
  for (const [name, value] of browser.cookies) copy.cookies.set(name, value);
  return copy;
}
