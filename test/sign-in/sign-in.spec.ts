import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { idOf, PASSWORD, peopleWithPasswords } from './people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await peopleWithPasswords(app);
});
afterAll(() => app.stop());
beforeEach(() => app.db.query('delete from sign_in_failure'));

async function signIn(login: string, password = PASSWORD, next?: string) {
  const browser = app.visitor();
  await browser.get('/sign-in');
  const answer = await browser.post('/sign-in', { login, password, ...(next === undefined ? {} : { next }) });
  return { browser, answer };
}

describe('signing in', () => {
  it.each(['100001', ' 100001 ', 'sam.kaur@example.org', 'SAM.KAUR@EXAMPLE.ORG '])(
    'as %j leads home',
    async (login) => {
      const { answer, browser } = await signIn(login);
      expect([answer.status, answer.location]).toEqual([303, '/']);
      expect(browser.cookies.has('cxu')).toBe(true);
    },
  );

  it('shows a form with a token, and the way in to nobody', async () => {
    const page = await app.visitor().get('/sign-in');
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/name="_csrf" value="[^"]+"/);
    expect(page.text).toMatch(/name="login"[\s\S]*name="password"/);
    expect(page.words).not.toContain('look around');
  });

  it('gives a session id that nobody knew before', async () => {
    const browser = app.visitor();
    await browser.get('/sign-in');
    browser.cookies.set('cxu', 's%3Aplanted.signature');
    await browser.post('/sign-in', { login: '100001', password: PASSWORD });
    const first = browser.cookies.get('cxu');
    expect(first).not.toContain('planted');
    await browser.get('/sign-in');
    const again = app.visitor();
    again.cookies.set('cxu', first!);
    await again.get('/held/none');
    await again.post('/sign-in', { login: '100001', password: PASSWORD });
    expect(again.cookies.get('cxu')).not.toBe(first);
  });

  it('leads to the page that was wanted, never to another site', async () => {
    expect((await signIn('100001', PASSWORD, '/courses?driver=friendly')).answer.location).toBe(
      '/courses?driver=friendly',
    );
    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      'javascript:alert(1)',
    ]) {
      expect((await signIn('100001', PASSWORD, next)).answer.location).toBe('/');
    }
  });

  it('keeps the wanted page through a mistake', async () => {
    const { browser, answer } = await signIn('100001', 'wrong', '/record');
    expect(answer.text).toContain('value="/record"');
    expect((await browser.post('/sign-in', { login: '100001', password: PASSWORD, next: '/record' })).location).toBe(
      '/record',
    );
  });

  it('ends with signing out', async () => {
    const { browser } = await signIn('100001');
    expect((await browser.get('/held/none')).status).toBe(404);
    const out = await browser.post('/sign-out');
    expect([out.status, out.location]).toEqual([303, '/sign-in']);
    expect((await browser.get('/held/none')).location).toMatch(/^\/sign-in/);
  });

  it('who is signed in already is led on', async () => {
    const { browser } = await signIn('100001');
    expect((await browser.get('/sign-in?next=/record')).location).toBe('/record');
  });
});

describe('without a company’s own sign-in', () => {
  it('nothing of it is there', async () => {
    const page = await app.visitor().get('/sign-in');
    expect(page.words).not.toContain('company account');
    expect(page.text).toContain('href="/sign-in/first-code"');
    for (const path of ['/sign-in/company', '/sign-in/company/callback?code=x&state=y']) {
      expect((await app.visitor().get(path)).status).toBe(404);
    }
    const said = new URLSearchParams({ logout_token: 'x' });
    expect((await app.visitor().send('POST', '/sign-in/company/logout', said)).status).toBe(404);
  });
});

describe('a wrong try', () => {
  it('says the same of a wrong password, an unknown account, a leaver and an account without a password', async () => {
    const answers = await Promise.all([
      signIn('100001', 'wrong'),
      signIn('999999', 'wrong'),
      signIn('LEFT1'),
      signIn('nobody@example.org'),
    ]);
    for (const { answer } of answers) {
      expect(answer.status).toBe(422);
      expect(answer.words).toContain(
        'That reference or e-mail and password don’t go together. Check both and try again.',
      );
    }
    expect(new Set(answers.map(({ answer }) => answer.text.replace(/value="[^"]*"/g, ''))).size).toBe(1);
  });

  it('costs as much time for somebody unknown as for somebody known', async () => {
    const quickest = async (path: string, logins: string[]) => {
      const times: number[] = [];
      for (const login of logins) {
        const browser = app.visitor();
        await browser.get(path);
        const begun = performance.now();
        await browser.post(path, { login, password: 'wrong' });
        times.push(performance.now() - begun);
      }
      return Math.min(...times);
    };
    const known = await quickest('/sign-in', ['100001', '150001', '100001', '150001']);
    const unknown = await quickest('/sign-in', ['999991', '999992', '999993', '999994']);
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(3);
    const [help, noHelp] = [await quickest('/sign-in/help', ['100001']), await quickest('/sign-in/help', ['999991'])];
    expect(Math.min(help, noHelp)).toBeGreaterThanOrEqual(195);
  });

  it('never prints the password back', async () => {
    expect((await signIn('100001', 'my-secret-typo')).answer.text).not.toContain('my-secret-typo');
  });

  it.each([[{ login: '', password: '' }], [{ login: '100001', password: '' }], [{ login: '', password: 'x' }]])(
    '%j asks for both',
    async (fields) => {
      const browser = app.visitor();
      await browser.get('/sign-in');
      const answer = await browser.post('/sign-in', fields);
      expect(answer.status).toBe(422);
      expect(answer.words).toContain('Enter your personnel reference or e-mail, and your password.');
    },
  );

  it('fields sent twice or with control characters are just wrong', async () => {
    const browser = app.visitor();
    await browser.get('/sign-in');
    expect((await browser.post('/sign-in', { login: ['100001', '150001'], password: PASSWORD })).status).toBe(422);
    expect((await browser.post('/sign-in', { login: '10\u00000001', password: PASSWORD })).status).toBe(422);
  });

  it('without the token is refused', async () => {
    const browser = app.visitor();
    await browser.get('/sign-in');
    const body = new URLSearchParams({ login: '100001', password: PASSWORD });
    expect((await browser.send('POST', '/sign-in', body)).status).toBe(403);
    expect((await browser.post('/sign-in', { login: '100001', password: PASSWORD, _csrf: 'made-up' })).status).toBe(
      403,
    );
    expect(browser.cookies.has('cxu')).toBe(false);
  });
});

describe('twenty wrong passwords', () => {
  const wrongTries = async (login: string, n: number) => {
    const statuses: number[] = [];
    for (let i = 0; i < n; i++) statuses.push((await signIn(login, `wrong ${i}`)).answer.status);
    return statuses;
  };

  it.each(['100001', '999999'])('are stopped after five for %s, known or not', async (login) => {
    const statuses = await wrongTries(login, 20);
    expect(statuses.slice(0, 5)).toEqual([422, 422, 422, 422, 422]);
    expect(statuses[5]).toBe(429);
    expect(statuses.filter((status) => status === 422).length).toBeLessThan(9);
  });

  it('at once are stopped just as well', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, (_, i) => signIn('100001', `wrong ${i}`))).then(
      (all) => all.map(({ answer }) => answer.status),
    );
    expect(statuses.filter((status) => status === 422).length).toBeLessThan(9);
  });

  it('make even the right password wait, and say how long', async () => {
    await wrongTries('100001', 6);
    const { answer } = await signIn('100001');
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answer.words).toMatch(/Too many tries in a row\. Wait \d+ seconds?, then try again\./);
  });

  it('of one account leave others alone, and the right one works after the wait', async () => {
    await wrongTries('100001', 6);
    expect((await signIn('150001')).answer.status).toBe(303);
    await app.db.query(`update sign_in_failure set failed_at = failed_at - interval '20 minutes'`);
    expect((await signIn('100001')).answer.status).toBe(303);
    expect(await app.db.query(`select 1 from sign_in_failure`)).toEqual([]);
  });

  it('from elsewhere never lock out a device on which the person signed in before', async () => {
    const { browser } = await signIn('100001');
    await browser.post('/sign-out');
    await wrongTries('100001', 7);
    await browser.get('/sign-in');
    expect((await browser.post('/sign-in', { login: '100001', password: PASSWORD })).status).toBe(303);
  });

  it('on a known device count for that device, and for nobody else’s account', async () => {
    const { browser } = await signIn('100001');
    await browser.post('/sign-out');
    await browser.get('/sign-in');
    let status = 0;
    for (let i = 0; i < 6; i++) ({ status } = await browser.post('/sign-in', { login: '100001', password: 'wrong' }));
    expect(status).toBe(429);
    expect((await signIn('100001')).answer.status).toBe(303);
  });

  it('a forged device cookie helps nobody', async () => {
    await wrongTries('100001', 6);
    const browser = app.visitor();
    browser.cookies.set('cxu-device', encodeURIComponent(`s:abcdefgh:${await idOf(app, '100001')}.forged`));
    await browser.get('/sign-in');
    expect((await browser.post('/sign-in', { login: '100001', password: PASSWORD })).status).toBe(429);
  });

  it('a flood from one address is stopped above three hundred, whatever the accounts', async () => {
    const flood = (n: number) =>
      app.db.query(
        `insert into sign_in_failure (account, address) select 'other ' || i, a.address
        from generate_series(1, $1::int) i, (values ('127.0.0.1'), ('::1'), ('::ffff:127.0.0.1')) a (address)`,
        [n],
      );
    await flood(299);
    expect((await signIn('100001')).answer.status).toBe(303);
    await flood(5);
    const { answer } = await signIn('150001');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
  });

  it('what was typed is not stored', async () => {
    await signIn('my password by mistake', 'x');
    const rows = await app.db.query(`select account from sign_in_failure`);
    expect(JSON.stringify(rows)).not.toContain('mistake');
  });
});

describe('who may not enter', () => {
  it('a leaver is out from the day after the last posting, in the middle of a session', async () => {
    const { browser } = await signIn('150001');
    expect((await browser.get('/held/none')).status).toBe(404);
    await app.db.query(`update posting set valid = daterange(lower(valid), '2027-02-10') where person_id = $1`, [
      await idOf(app, '150001'),
    ]);
    expect((await browser.get('/held/none')).location).toMatch(/^\/sign-in/);
    expect((await signIn('150001')).answer.status).toBe(422);
  });
});
