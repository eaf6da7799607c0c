import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CompanyWorld, peopleThere, startCompany } from './company-world.js';
import { idOf, PASSWORD } from './people.js';

let world: CompanyWorld;
beforeAll(async () => {
  world = await startCompany();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.people = peopleThere();
  await world.app.db.query('delete from session');
  await world.refused();
});

const sessions = () =>
  world.app.db.query<{ personId: number; how: string; subject: string | null }>(
    `select person_id as "personId", how, provider_subject as subject from session`,
  );

describe('signing in with the company account', () => {
  it('is offered above the password', async () => {
    const page = await world.app.visitor().get('/sign-in?next=%2Frecord');
    expect(page.text).toContain('href="/sign-in/company?next&#x3D;%2Frecord"');
    expect(page.words).toMatch(/Sign in with your company account .*Password/);
  });

  it('leads to the page that was wanted, in a session that nobody knew before', async () => {
    const browser = world.app.visitor();
    browser.cookies.set('cxu', 's%3Aplanted.signature');
    const { answer } = await world.signIn('sam', { next: '/record?x=1', browser });
    expect([answer.status, answer.location]).toEqual([303, '/record?x=1']);
    expect(browser.cookies.get('cxu')).not.toContain('planted');
    expect((await browser.get('/account')).words).toContain('Sam Kaur, 100001');
    expect((await browser.get('/account/sessions')).words).toContain('With your company account');
    expect(await sessions()).toEqual([{ personId: await idOf(world.app, '100001'), how: 'company', subject: 'sam' }]);
  });

  it('sends out a challenge, a state and a nonce, and keeps their secrets on the server', async () => {
    const browser = world.app.visitor();
    const out = await browser.get('/sign-in/company');
    const sent = new URL(out.location!).searchParams;
    expect(Object.fromEntries(sent)).toMatchObject({
      client_id: 'cx-university',
      response_type: 'code',
      redirect_uri: 'http://127.0.0.1:3000/sign-in/company/callback',
      scope: 'openid profile',
      code_challenge_method: 'S256',
      ui_locales: 'en',
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(sent.get(name)!.length).toBeGreaterThan(40);
    const [visit] = await world.app.db.query<{ state: string; nonce: string; verifier: string; browser_hash: string }>(
      'select * from provider_visit where state = $1',
      [sent.get('state')],
    );
    const cookie = decodeURIComponent(browser.cookies.get('cxu-visit')!);
    for (const secret of [visit!.state, visit!.nonce, visit!.verifier, visit!.browser_hash]) {
      expect(cookie).not.toContain(secret);
    }
    expect(out.headers.getSetCookie().find((line) => line.startsWith('cxu-visit'))).toMatch(/HttpOnly; SameSite=Lax/);
    expect(out.headers.get('cache-control')).toBe('no-store');
  });

  it('works for several tabs at once', async () => {
    const browser = world.app.visitor();
    const [one, other] = [
      await world.outAndBack('sam', { next: '/record', browser }),
      await world.outAndBack('sam', { next: '/courses', browser }),
    ];
    expect((await browser.get(one.callback)).location).toBe('/record');
    expect((await browser.get(other.callback)).location).toBe('/courses');
  });
});

describe('who that is here', () => {
  it('is decided by the reference, never by the e-mail', async () => {
    world.provider.people.eleri = { employee_number: '150001', email: 'sam.kaur@example.org', email_verified: true };
    const { browser } = await world.signIn('eleri');
    expect((await browser.get('/account')).words).toContain('Eleri Pugh, 150001');
  });

  it.each<[string, Record<string, unknown>, string]>([
    [
      'without a reference, though the e-mail is Sam’s',
      { email: 'sam.kaur@example.org' },
      'noReference employee_number',
    ],
    ['with an empty one', { employee_number: '' }, 'noReference employee_number'],
    ['with a number', { employee_number: 100001 }, 'referenceForm number'],
    ['with a list', { employee_number: ['100001', '150001'] }, 'referenceForm list'],
    ['with a space before it', { employee_number: ' 100001' }, 'unknownReference  999999'],
    ['with a space after it', { employee_number: '100001 ' }, 'unknownReference 999999'],
    ['with small letters', { employee_number: 'left1' }, 'unknownReference aaaa9'],
    ['with other digits', { employee_number: '１００００１' }, 'unknownReference 999999'],
    ['that nobody has', { employee_number: '777777', email: 'eleri@example.org' }, 'unknownReference 999999'],
    ['with SQL in it', { employee_number: "' or 1=1 --" }, "unknownReference ' aa 9=9 --"],
    ['of somebody who has left', { employee_number: 'LEFT1' }, 'noPosting'],
  ])('is nobody %s', async (_what, claims, why) => {
    world.provider.people.sam = claims;
    const before = await world.app.db.one('select count(*) as n from person');
    const { browser, answer } = await world.signIn('sam');
    expect(answer.status).toBe(403);
    expect(answer.words).toMatch(/You have no post here today|We couldn’t tell who you are here/);
    expect(browser.cookies.has('cxu')).toBe(false);
    expect(await sessions()).toEqual([]);
    expect(await world.app.db.one('select count(*) as n from person')).toEqual(before);
    expect((await world.refused()).map((one) => one.trim())).toEqual([why]);
  });
});

describe('roles', () => {
  const grants = () =>
    world.app.db.query<{ role: string }>(
      `select role from role_grant where person_id = $1 and valid @> '2027-02-10'::date order by role`,
      [samId],
    );
  const changes = async () =>
    (
      await world.app.db.query<{ detail: object }>(
        `select detail from audit_entry where action = 'network.roleGrantsChanged' and subject_id = $1::text order by id`,
        [samId],
      )
    ).map(({ detail }) => detail);
  let samId: number;
  beforeAll(async () => {
    samId = await idOf(world.app, '100001');
  });

  const withGroups = async (groups: unknown) => {
    world.provider.people.sam = { employee_number: '100001', ...(groups === undefined ? {} : { groups }) };
    return (await world.signIn('sam')).browser;
  };

  it('follow the groups at each sign-in, and each change is in the audit log', async () => {
    const author = await withGroups(['Everybody', 'CXU authors']);
    expect(await grants()).toEqual([{ role: 'author' }]);
    expect([(await author.get('/studio')).status, (await author.get('/admin')).status]).toEqual([200, 403]);
    expect((await author.get('/account')).words).toMatch(/Author \(CX team\) ?, the whole network/);
    await withGroups(['CXU authors']);
    expect(await changes()).toHaveLength(1);
    await withGroups(['CN=CXU admins,OU=Groups']);
    expect(await grants()).toEqual([{ role: 'administrator' }]);
    expect((await author.get('/admin')).status).toBe(200);
    expect((await changes())[1]).toMatchObject({
      source: 'identity-provider',
      granted: ['administrator'],
      ended: ['author'],
    });
  });

  it.each([
    ['no claim', undefined],
    ['no groups', []],
    ['groups that nobody mapped', ['administrator', 'author', 'cxu authors', 'CXU authors ']],
    ['a text that holds more than the group', 'CXU authors,CN=CXU admins,OU=Groups'],
    ['an object', { 'CXU authors': true }],
    ['lists in a list', [['CXU authors']]],
  ])('are none with %s, and those of before end', async (_what, groups) => {
    await withGroups(['CXU authors']);
    expect(await grants()).toEqual([{ role: 'author' }]);
    const browser = await withGroups(groups);
    expect(await grants()).toEqual([]);
    expect((await browser.get('/studio')).status).toBe(403);
  });

  it('that other people gave stay as they are', async () => {
    await world.app.db.query(
      `insert into role_grant (person_id, role, source, valid) values ($1, 'analyst', 'by hand', '[2020-01-01,)')`,
      [samId],
    );
    await withGroups(['CXU authors']);
    await withGroups([]);
    expect(await grants()).toEqual([{ role: 'analyst' }]);
  });

  it('of somebody who has left give nothing', async () => {
    world.provider.people.ann = { employee_number: 'LEFT1', groups: ['CN=CXU admins,OU=Groups'] };
    expect((await world.signIn('ann')).answer.status).toBe(403);
    expect(
      await world.app.db.query(`select 1 from role_grant where role = 'administrator' and upper_inf(valid)`),
    ).toEqual([]);
  });
});

describe('what somebody had sent before', () => {
  it('comes back after signing in through the provider', async () => {
    const { browser } = await world.signIn('sam');
    await browser.get('/record');
    await world.app.db.query('delete from session');
    const kept = await browser.post('/held-anywhere', { words: 'I would not want to write this twice' });
    const form = await browser.get(kept.location!);
    const link = /href="(\/sign-in\/company\?next[^"]+)"/.exec(form.text)![1]!.replaceAll('&#x3D;', '=');
    const next = new URL(link, 'http://here').searchParams.get('next')!;
    const { answer } = await world.signIn('sam', { browser, next });
    expect(answer.location).toMatch(/^\/held\//);
    expect((await browser.get(answer.location!)).words).toContain('I would not want to write this twice');
  });

  it.each(['//evil.example', 'https://evil.example/', '/\\evil.example', 'javascript:alert(1)', '/sign-out'])(
    'leads home instead of to %s',
    async (next) => expect((await world.signIn('sam', { next })).answer.location).toBe('/'),
  );
});

describe('signing out', () => {
  it('ends the session here at once, then the one at the provider, and leads back', async () => {
    const { browser, there } = await world.outAndBack('sam').then(async (back) => {
      await back.browser.get(back.callback);
      return back;
    });
    await browser.get('/record');
    const out = await browser.post('/sign-out');
    expect(out.status).toBe(200);
    expect(await sessions()).toEqual([]);
    expect(out.words).toContain('You’re signed out here');
    const url = new URL(out.headers.get('refresh')!.replace('0; url=', ''));
    expect(url.origin).toBe(world.provider.issuer);
    expect(url.searchParams.get('post_logout_redirect_uri')).toBe('http://127.0.0.1:3000/sign-in');
    expect(url.searchParams.get('id_token_hint')).toMatch(/^ey/);
    const asked = await there.get(url.pathname + url.search);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)![1]!;
    const confirm = new URLSearchParams({ xsrf, logout: 'yes' });
    const done = await there.send('POST', '/session/end/confirm', confirm, {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(done.location).toBe('http://127.0.0.1:3000/sign-in');
    expect((await browser.get('/sign-in')).words).toContain('You’re signed out.');
  });

  it('is done here even when the provider does not answer', async () => {
    const { browser } = await world.signIn('sam');
    await browser.get('/record');
    world.provider.tampering.discovery = (body) => ({ ...body, end_session_endpoint: undefined });
    const out = await browser.post('/sign-out');
    delete world.provider.tampering.discovery;
    expect([200, 303]).toContain(out.status);
    expect(await sessions()).toEqual([]);
  });

  it('at the provider ends the sessions here', async () => {
    const back = await world.outAndBack('sam');
    await back.browser.get(back.callback);
    const { browser: eleri } = await world.signIn('eleri');
    expect((await back.browser.get('/record')).status).toBe(200);
    const asked = await back.there.get('/session/end');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(asked.text)![1]!;
    await back.there.send('POST', '/session/end/confirm', new URLSearchParams({ xsrf, logout: 'yes' }), {
      'content-type': 'application/x-www-form-urlencoded',
    });
    await ended(() => back.browser.get('/record'));
    expect((await eleri.get('/record')).status).toBe(200);
    expect(
      await world.app.db.query(
        `select 1 from audit_entry where action = 'signIn.endedByProvider' and subject_id = $1::text`,
        [await idOf(world.app, '100001')],
      ),
    ).toHaveLength(1);
  });
});

/** The provider tells us in its own time, within a second or so. */
async function ended(look: () => Promise<{ status: number }>): Promise<void> {
  for (let i = 0; i < 40; i++) {
    if ((await look()).status !== 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The session is still there.');
}

describe('when the provider changes its key', () => {
  it('the new one is fetched and believed at once', async () => {
    expect((await world.signIn('sam')).answer.status).toBe(303);
    await world.provider.changeKey();
    expect((await world.signIn('sam')).answer.status).toBe(303);
    expect(await world.refused()).toEqual([]);
  });
});

describe('when the provider is down', () => {
  it('a sentence says so, passwords work, and so does the provider once it is back', async () => {
    const { browser, callback } = await world.outAndBack('sam');
    await world.provider.goDown();
    const answer = await browser.get(callback);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8']);
    expect(answer.words).toContain('Your company’s sign-in can’t be reached');
    expect(answer.text).toContain('href="/sign-in"');
    await browser.get('/sign-in');
    expect((await browser.post('/sign-in', { login: '100001', password: PASSWORD })).status).toBe(303);
    await world.provider.comeBack();
    expect((await world.signIn('sam')).answer.status).toBe(303);
    expect(await world.refused()).toEqual(['unavailable']);
  });

  it('before anybody asked it, the same sentence', async () => {
    const fresh = await startCompany();
    try {
      await fresh.provider.goDown();
      const browser = fresh.app.visitor();
      const answer = await browser.get('/sign-in/company?next=%2Frecord');
      expect(answer.status).toBe(503);
      expect(answer.text).toContain('href="/sign-in?next&#x3D;%2Frecord"');
      await fresh.provider.comeBack();
      expect((await browser.get('/sign-in/company')).status).toBe(303);
    } finally {
      await fresh.stop();
    }
  });
});

describe('a provider that keeps the proof short', () => {
  it('is asked for the rest with the access token', async () => {
    world.provider.shorten(true);
    world.provider.people.sam = { employee_number: '100001', groups: ['CXU authors'] };
    const { browser, answer } = await world.signIn('sam');
    world.provider.shorten(false);
    expect(answer.status).toBe(303);
    expect((await browser.get('/studio')).status).toBe(200);
  });
});
