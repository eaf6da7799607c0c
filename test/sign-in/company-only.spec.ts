import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CompanyWorld, startCompany } from './company-world.js';
import { idOf, PASSWORD } from './people.js';

let world: CompanyWorld;
beforeAll(async () => {
  world = await startCompany({ PASSWORD_ONLY_FOR: '900001' });
  await world.app.db.query(
    `insert into credential (person_id, password_hash)
     select id, (select password_hash from credential limit 1) from person where reference = '900001'`,
  );
});
afterAll(() => world.stop());

const withPassword = async (login: string, password = PASSWORD) => {
  const browser = world.app.visitor();
  await browser.get('/sign-in');
  return { browser, answer: await browser.post('/sign-in', { login, password }) };
};

describe('where passwords are for a few named people only', () => {
  it('the page leads with the company account and folds the password away', async () => {
    const page = await world.app.visitor().get('/sign-in');
    expect(page.words).toMatch(/Sign in with your company account .* A password is only for a few named people\./);
    expect(page.text).toMatch(/<details class="govuk-details"><summary/);
    expect(page.text).not.toContain('/sign-in/help"');
    expect(page.text).not.toContain('/sign-in/first-code');
  });

  it('those named get in with theirs, also when the provider is down', async () => {
    await world.provider.goDown();
    expect((await withPassword('900001')).answer.status).toBe(303);
    await world.provider.comeBack();
  });

  it('nobody else does, and a right password reads like a wrong one', async () => {
    const [right, wrong, unknown] = [
      (await withPassword('100001')).answer,
      (await withPassword('100001', 'wrong')).answer,
      (await withPassword('999999')).answer,
    ];
    const shown = [right, wrong, unknown].map(({ text }) => text.replace(/value="[^"]*"/g, ''));
    expect([right.status, new Set(shown).size]).toEqual([422, 1]);
    expect(right.words).toContain('everybody else signs in with the company account');
    expect(right.text).toContain('<details class="govuk-details" open>');
  });

  it('no link and no code makes a password for the others', async () => {
    const browser = world.app.visitor();
    await browser.get('/sign-in/help');
    expect((await browser.post('/sign-in/help', { login: '100001' })).location).toBe('/sign-in/help/sent');
    expect(await world.app.db.query(`select 1 from event where kind = 'signIn.linkAsked'`)).toEqual([]);
    const ros = await world.app.signInAs(await idOf(world.app, '900001'));
    expect((await ros.get('/first-codes/000001')).words).toContain('People sign in with their company account here');
    const made = await ros.post('/first-codes/000001', { formToken: randomUUID(), person: '100001' });
    expect([made.status, await world.app.db.query('select 1 from first_code')]).toEqual([422, []]);
  });

  it('nobody is offered to change a password that they may not use', async () => {
    const { browser } = await world.signIn('sam');
    expect((await browser.get('/account')).text).not.toContain('/account/password');
    expect((await browser.get('/account/password')).status).toBe(404);
    const ros = await world.app.signInAs(await idOf(world.app, '900001'));
    expect((await ros.get('/account')).text).toContain('/account/password');
  });
});
