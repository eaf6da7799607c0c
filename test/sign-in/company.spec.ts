import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CompanyWorld, peopleThere, startCompany } from './company-world.js';

let world: CompanyWorld;
beforeAll(async () => {
  world = await startCompany();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.people = peopleThere();
  await world.app.db.query('delete from session');
});

describe('signing in with the company account', () => {
  it('is offered above the password', async () => {
    const page = await world.app.visitor().get('/sign-in?next=%2Frecord');
    expect(page.text).toContain('href="/sign-in/company?next&#x3D;%2Frecord"');
    expect(page.words).toMatch(/Sign in with your company account .*Password/);
  });

  it('leads to the page that was wanted, in a session that nobody knew before', async () => {
    const { browser, answer } = await world.signIn('sam', { next: '/record?x=1' });
    expect([answer.status, answer.location]).toEqual([303, '/record?x=1']);
    expect((await browser.get('/account')).words).toContain('Sam Kaur, 100001');
    expect((await browser.get('/account/sessions')).words).toContain('With your company account');
  });
});
