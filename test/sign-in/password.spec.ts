import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignInService } from '../../src/sign-in/sign-in.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { peopleWithPasswords, PASSWORD } from './people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ env: { HOST: '0.0.0.0' } });
  await peopleWithPasswords(app, { demo: true });
});
afterAll(() => app.stop());

const tryWith = async (password: string) => {
  const browser = app.visitor();
  await browser.get('/sign-in');
  return { browser, status: (await browser.post('/sign-in', { login: '100001', password })).status };
};

describe('cxu password', () => {
  it('gives a new password that works, makes the account a real one and ends other sessions', async () => {
    expect((await tryWith(PASSWORD)).status).toBe(422);
    const password = await app.nest.get(SignInService).setPassword('100001', null);
    expect(password).toMatch(/^(\w{4}-){3}\w{4}$/);
    const { browser, status } = await tryWith(password);
    expect(status).toBe(303);
    await app.nest.get(SignInService).setPassword('100001', 'a chosen password');
    expect((await browser.get('/held/none')).location).toMatch(/^\/sign-in/);
    expect((await tryWith('a chosen password')).status).toBe(303);
  });

  it('is not stored in the clear', async () => {
    const rows = await app.db.query<{ password_hash: string }>('select password_hash from credential');
    expect(rows.every((row) => /^\$argon2id\$v=19\$m=19456,(t=2,p=1|p=1,t=2)\$/.test(row.password_hash))).toBe(true);
  });

  it.each([
    ['999999', null, 'Nobody has the reference 999999.'],
    ['100001', 'short', 'Choose a password of at least 10 characters.'],
  ])('refuses %s with %p in words', async (reference, chosen, sentence) => {
    await expect(app.nest.get(SignInService).setPassword(reference, chosen)).rejects.toThrow(sentence);
  });
});
