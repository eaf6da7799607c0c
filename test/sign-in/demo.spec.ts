import { afterEach, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { PASSWORD, peopleWithPasswords } from './people.js';

let app: TestApp;
afterEach(() => app.stop());

describe('demo accounts', () => {
  it('have a button each, with a line about who they are', async () => {
    app = await startTestApp();
    await peopleWithPasswords(app, { demo: true });
    const page = await app.visitor().get('/sign-in');
    expect(page.words).toContain('Sign in as Sam Kaur Counter colleague at Ashbridge.');
    expect(page.words).toContain('Sign in as Eleri Pugh');
    expect(page.words).not.toContain('Ann Left');
    expect(page.text.match(/<form method="post" action="\/sign-in"/g)).toHaveLength(3);
  });

  it('do not open when the server can be reached from elsewhere', async () => {
    app = await startTestApp({ env: { HOST: '0.0.0.0' } });
    await peopleWithPasswords(app, { demo: true });
    const browser = app.visitor();
    const page = await browser.get('/sign-in');
    expect(page.words).not.toContain('Sam Kaur');
    const answer = await browser.post('/sign-in', { login: '100001', password: PASSWORD });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain('don’t go together');
  });
});
