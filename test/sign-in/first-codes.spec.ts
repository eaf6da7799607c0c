import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Answer, Browserless, Fields } from '../support/browserless.js';
import { idOf, PASSWORD, peopleWithPasswords } from './people.js';

let app: TestApp;
let eleri: Browserless;
beforeAll(async () => {
  app = await startTestApp();
  await peopleWithPasswords(app);
  await importUnits(app, ['R1,North,A1,Moors,000002,Brackley,branch,wales,2020-01-01,']);
  await importPeople(app, [
    'NEW1,Noor Ali,,000001,staff,2027-02-01,',
    'NEW2,Nia Rees,nia@example.org,000001,staff,2027-02-01,',
    'BR1,Bryn Hall,,000002,staff,2020-01-01,',
    'AM1,Dawn Price,,A1,areaManager,2020-01-01,',
    '900001,Ros Hale,,000001,administrator,2020-01-01,',
  ]);
  await app.db.query(`update person set language = 'cy' where reference = 'NEW2'`);
  eleri = await app.signInAs(await idOf(app, '150001'));
});
afterAll(() => app.stop());
beforeEach(() => app.db.query('delete from sign_in_failure'));

async function print(
  browser: Browserless,
  people: string[],
  { unit = '000001', formToken = randomUUID() as string } = {},
) {
  const form = await browser.get(`/first-codes/${unit}`);
  const answer = await browser.post(`/first-codes/${unit}`, { formToken, person: people });
  return { form, answer, codes: codesOf(answer) };
}

const codesOf = ({ text }: Answer) =>
  Object.fromEntries(
    [...text.matchAll(/<span class="num">([^<]+)<\/span>[\s\S]*?<code class="slip__code">([^<]+)<\/code>/g)].map(
      (m) => [m[1]!, m[2]!],
    ),
  );

async function use(fields: Fields, browser = app.visitor()): Promise<{ answer: Answer; browser: Browserless }> {
  await browser.get('/sign-in/first-code');
  return {
    browser,
    answer: await browser.post('/sign-in/first-code', { password: 'three words together', ...fields }),
  };
}

describe('a sheet of first codes', () => {
  it('is offered for the own unit, with those who have no way in ticked', async () => {
    const index = await eleri.get('/first-codes');
    expect(index.location).toBe('/first-codes/000001');
    const page = await eleri.get('/first-codes/000001');
    expect(page.words).toContain('Noor Ali, NEW1 Colleague. Has no password yet.');
    expect(page.text).toMatch(/value="NEW1" checked/);
    expect(page.text).not.toMatch(/value="(100001|150001|900001|BR1)"/);
    expect(page.words).toMatch(/Sam Kaur, 100001 Has a password and an e-mail address/);
    expect(page.words).toMatch(/Ros Hale, 900001 Has posts beyond this unit/);
  });

  it('holds a slip for each, in the language that they read', async () => {
    const { answer, codes } = await print(eleri, ['NEW1', 'NEW2']);
    expect(answer.status).toBe(200);
    expect(Object.keys(codes).sort()).toEqual(['NEW1', 'NEW2']);
    expect(answer.words).toContain('2 codes for Ashbridge');
    expect(answer.words).toContain('Go to 127.0.0.1:3000/sign-in/first-code');
    expect(answer.text).toContain('lang="cy"');
    const kept = await app.db.query<{ code_hash: string }>('select code_hash from first_code');
    expect(kept.some(({ code_hash }) => Object.values(codes).includes(code_hash))).toBe(false);
    const [entry] = await app.db.query<{ detail: { personIds: number[] } }>(
      `select detail from audit_entry where action = 'signIn.madeFirstCodes' order by id desc limit 1`,
    );
    expect(entry!.detail.personIds.sort()).toEqual([await idOf(app, 'NEW1'), await idOf(app, 'NEW2')].sort());
  });

  it('is the same when the form is sent twice, for ten minutes, and for nobody else', async () => {
    const formToken = randomUUID();
    const [first, second] = [await print(eleri, ['NEW1'], { formToken }), await print(eleri, ['NEW1'], { formToken })];
    expect(second.codes).toEqual(first.codes);
    const ros = await app.signInAs(await idOf(app, '900001'));
    expect((await print(ros, ['NEW1'], { formToken })).answer.status).toBe(422);
    await app.db.query(`update code_sheet set made_at = made_at - interval '11 minutes'`);
    const late = await print(eleri, ['NEW1'], { formToken });
    expect([late.answer.status, late.answer.words.includes('can’t be shown again')]).toEqual([422, true]);
    expect((await use({ login: 'NEW1', firstCode: first.codes.NEW1! })).answer.status).toBe(303);
    await app.db.query(`delete from credential where person_id = $1`, [await idOf(app, 'NEW1')]);
  });

  it.each<[string, Fields]>([
    ['nobody', { formToken: randomUUID() }],
    ['a form without its token', { person: 'NEW1' }],
  ])('is not made for %s', async (_what, fields) => {
    await eleri.get('/first-codes/000001');
    expect((await eleri.post('/first-codes/000001', fields)).status).toBe(422);
  });
});

describe('a code', () => {
  it('with a password of one’s own signs in, once, and ends what was there', async () => {
    const { codes } = await print(eleri, ['NEW1']);
    const old = await app.signInAs(await idOf(app, 'NEW1'));
    const { browser, answer } = await use({ login: 'new1', firstCode: codes.NEW1!.toUpperCase().replaceAll('-', ' ') });
    expect([answer.status, answer.location]).toEqual([303, '/']);
    expect((await browser.get('/account/sessions')).words).toContain('With a first code');
    expect((await old.get('/record')).location).toMatch(/^\/sign-in/);
    expect((await use({ login: 'NEW1', firstCode: codes.NEW1! })).answer.status).toBe(422);
    const again = app.visitor();
    await again.get('/sign-in');
    expect((await again.post('/sign-in', { login: 'NEW1', password: 'three words together' })).status).toBe(303);
    expect(
      await app.db.query(`select 1 from audit_entry where action = 'signIn.usedFirstCode' and subject_id = $1::text`, [
        await idOf(app, 'NEW1'),
      ]),
    ).not.toEqual([]);
  });

  it('can be used again after a password that is not safe', async () => {
    const { codes } = await print(eleri, ['NEW2']);
    const weak = await use({ login: 'NEW2', firstCode: codes.NEW2!, password: 'short' });
    expect([weak.answer.status, weak.answer.words.includes('at least 10 characters')]).toEqual([422, true]);
    expect(weak.answer.text).not.toContain(codes.NEW2);
    expect((await use({ login: 'NEW2', firstCode: codes.NEW2! })).answer.status).toBe(303);
    await app.db.query(`delete from credential where person_id = $1`, [await idOf(app, 'NEW2')]);
  });

  it('ends with a newer one, with a password, after fourteen days, and with the posting', async () => {
    const ros = await app.signInAs(await idOf(app, '900001'));
    const [first, second] = [await print(ros, ['NEW2']), await print(ros, ['NEW2'])];
    expect((await use({ login: 'NEW2', firstCode: first.codes.NEW2! })).answer.status).toBe(422);
    await app.db.query(`update first_code set expires_at = now() - interval '1 second'`);
    expect((await use({ login: 'NEW2', firstCode: second.codes.NEW2! })).answer.status).toBe(422);
    const third = await print(ros, ['NEW2']);
    await app.db.query(`update posting set valid = daterange(lower(valid), '2027-02-10') where person_id = $1`, [
      await idOf(app, 'NEW2'),
    ]);
    expect((await use({ login: 'NEW2', firstCode: third.codes.NEW2! })).answer.status).toBe(422);
    await app.db.query(`update posting set valid = daterange(lower(valid), null) where person_id = $1`, [
      await idOf(app, 'NEW2'),
    ]);
  });

  it('is worth nothing with somebody else’s reference', async () => {
    const ros = await app.signInAs(await idOf(app, '900001'));
    const { codes } = await print(ros, ['NEW2']);
    expect((await use({ login: '150001', firstCode: codes.NEW2! })).answer.status).toBe(422);
    expect((await use({ login: 'NEW2', firstCode: codes.NEW2! })).answer.status).toBe(303);
  });

  it('used twenty times at once counts once', async () => {
    const ros = await app.signInAs(await idOf(app, '900001'));
    const { codes } = await print(ros, ['100001']);
    const tries = await Promise.all(
      Array.from({ length: 5 }, () => use({ login: '100001', firstCode: codes['100001']! })),
    );
    expect(tries.filter(({ answer }) => answer.status === 303)).toHaveLength(1);
  });

  it('is guessed at no faster than a password, whether the account exists or not', async () => {
    for (const login of ['150001', '999999']) {
      const statuses: number[] = [];
      for (let i = 0; i < 7; i++) statuses.push((await use({ login, firstCode: 'aaaa-bbbb-cccc' })).answer.status);
      expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    }
  });

  it('says the same of a wrong code, an unknown person and somebody who has left', async () => {
    const answers = [];
    for (const login of ['150001', '999999', 'LEFT1'])
      answers.push((await use({ login, firstCode: 'aaaa-bbbb-cccc' })).answer);
    const shown = answers.map(({ text }) => text.replace(/value="[^"]*"/g, ''));
    expect(new Set(shown).size).toBe(1);
    expect(answers[0]!.words).toContain('That reference and code don’t go together');
  });

  it.each([[{}], [{ login: '150001' }], [{ firstCode: 'aaaa-bbbb-cccc' }], [{ login: ['a', 'b'], firstCode: 'x' }]])(
    '%j asks for both',
    async (fields: Fields) =>
      expect((await use(fields)).answer.words).toContain('Enter your personnel reference and the code'),
  );
});

describe('an outsider', () => {
  it('prints none for people of another unit, nor sees who works there', async () => {
    const page = await eleri.get('/first-codes/000002');
    expect([page.status, page.words.includes('Bryn')]).toEqual([404, false]);
    expect((await eleri.get('/first-codes/nowhere')).text.replace(/[\da-f-]{36}/g, '')).toBe(
      page.text.replace(/[\da-f-]{36}/g, '').replaceAll('000002', 'nowhere'),
    );
    await eleri.get('/first-codes/000001');
    expect((await eleri.post('/first-codes/000002', { formToken: randomUUID(), person: 'BR1' })).status).toBe(404);
    const smuggled = await print(eleri, ['BR1', '900001', '100001', '150001']);
    expect([smuggled.answer.status, smuggled.codes]).toEqual([422, {}]);
  });

  it('learns nothing from a person’s page but where to print a code', async () => {
    const page = await eleri.get('/people/100001');
    expect(page.words).toContain('Print a code to choose a password');
    expect(page.words).not.toMatch(/Signed in in|Not signed in/);
    expect((await eleri.get('/people/100001/sign-out')).status).toBe(403);
  });

  it('who leads nobody prints none', async () => {
    const bryn = await app.signInAs(await idOf(app, 'BR1'));
    expect((await bryn.get('/first-codes/000002')).status).toBe(403);
    expect((await bryn.get('/account')).text).not.toContain('/first-codes');
  });
});

describe('those above', () => {
  it('find a unit by its code: an area manager for a postmaster too', async () => {
    const dawn = await app.signInAs(await idOf(app, 'AM1'));
    const index = await dawn.get('/first-codes');
    expect([index.status, index.words.includes('For which unit?')]).toEqual([200, true]);
    expect((await dawn.get('/first-codes?unit=000002')).location).toBe('/first-codes/000002');
    const wrong = await dawn.get('/first-codes?unit=999999');
    expect([wrong.status, wrong.words.includes('None of your units has that code.')]).toEqual([422, true]);
    await dawn.get('/first-codes/000001');
    expect((await print(dawn, ['150001'])).codes['150001']).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  });

  it('an administrator helps whoever stands beside them, with a link from the person’s page', async () => {
    const ros = await app.signInAs(await idOf(app, '900001'));
    expect((await ros.get('/first-codes/000001?person=150001')).text).toMatch(/value="150001" checked/);
    expect((await ros.get('/first-codes/000001?person=150001')).text).not.toMatch(/value="100001" checked/);
  });
});

describe('with a password that was chosen meanwhile', () => {
  it('the code on paper opens nothing', async () => {
    const ros = await app.signInAs(await idOf(app, '900001'));
    const { codes } = await print(ros, ['150001']);
    const own = await app.signInAs(await idOf(app, '150001'));
    await own.get('/account/password');
    expect((await own.post('/account/password', { current: PASSWORD, password: 'other words together' })).status).toBe(
      303,
    );
    expect((await use({ login: '150001', firstCode: codes['150001']! })).answer.status).toBe(422);
  });
});
