import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.js';
import {
  comeIn,
  counter,
  counterWorld,
  DEVICES,
  enrol,
  freshStart,
  idle,
  idOf,
  nameOf,
  PASSWORD,
  PIN,
  signedIn,
} from './shared-devices-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await counterWorld(app);
});
afterAll(() => app.stop());
beforeEach(() => freshStart(app));

describe('enrolling the browser one sits at', () => {
  it('makes it a shared device, of which only a hash is kept', async () => {
    const browser = await signedIn(app, '150001');
    const answer = await enrol(browser, 'Counter 2');
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('cxu-shared='))!;
    expect(cookie).toMatch(/^cxu-shared=[\w-]{43}; Max-Age=\d{8}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    const page = await browser.get(DEVICES);
    expect(page.words).toContain('This browser is Counter 2. It locks when nobody has done anything for two minutes.');
    const rows = await app.db.query('select token_hash from shared_device where revoked_at is null');
    expect(JSON.stringify(rows)).not.toContain(browser.cookies.get('cxu-shared'));
  });

  it('is written down, as are a new name and its end', async () => {
    const browser = await signedIn(app, '150001');
    await enrol(browser, 'Counter 2');
    const { id } = (await app.db.one<{ id: number }>('select max(id) as id from shared_device'))!;
    await browser.post(`${DEVICES}/${id}/name`, { name: 'Till' });
    expect((await browser.get(DEVICES)).words).toContain('Till');
    await browser.post(`${DEVICES}/${id}/revocation`);
    const log = await app.db.query<{ action: string; actor_id: number }>(
      `select action, actor_id from audit_entry where subject_kind = 'sharedDevice' and subject_id = $1 order by id`,
      [String(id)],
    );
    const eleri = await idOf(app, '150001');
    expect(log).toEqual(
      ['Enrolled', 'Renamed', 'Revoked'].map((what) => ({ action: `signIn.sharedDevice${what}`, actor_id: eleri })),
    );
  });

  it.each([
    ['', 'Give the device a name'],
    ['x'.repeat(41), 'up to 40 characters'],
    ['Counter 1', 'Another device of this unit has that name.'],
    ['COUNTER 1', 'Another device of this unit has that name.'],
  ])('as %j is put right in the form', async (name, sentence) => {
    await counter(app);
    const browser = await signedIn(app, '150001');
    const formToken = /name="formToken" value="([^"]+)"/.exec((await browser.get(DEVICES)).text)![1]!;
    const answer = await browser.post(DEVICES, { formToken, name });
    expect(answer.status).toBe(422);
    expect(answer.words).toContain(sentence);
    expect(browser.cookies.has('cxu-shared')).toBe(false);
  });

  it('twice with one form enrols it once', async () => {
    const browser = await signedIn(app, '150001');
    const formToken = /name="formToken" value="([^"]+)"/.exec((await browser.get(DEVICES)).text)![1]!;
    const answers = await Promise.all([1, 2].map(() => browser.post(DEVICES, { formToken, name: 'Counter 2' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await app.db.query('select 1 from shared_device where revoked_at is null')).toHaveLength(1);
  });

  it('is done twelve times in a branch, and not once more', async () => {
    const browser = await signedIn(app, '150001');
    await app.db.query(
      `insert into shared_device (unit_id, form_token, name, token_hash, enrolled_by, enrolled_at)
       select u.id, gen_random_uuid()::text, 'PC ' || n, encode(sha256(n::text::bytea), 'hex'), $1, now()
         from unit u, generate_series(1, 11) n where u.code = '000001' on conflict (token_hash) do update set revoked_at = null, revoked_by = null`,
      [await idOf(app, '150001')],
    );
    await enrol(browser, 'The twelfth');
    const other = await signedIn(app, '150001');
    const page = await other.get(DEVICES);
    expect(page.words).toContain('There are as many as there may be.');
    const answer = await other.post(DEVICES, { formToken: 'b7c8a1de-37b5-4d9a-8d0d-4b9f4d2f5c11', name: 'Another' });
    expect(answer.words).toContain('Ashbridge has 12 shared devices, as many as it may have.');
  });

  it('again for another unit ends what it was', async () => {
    const browser = await signedIn(app, '900001');
    await enrol(browser, 'Counter 1');
    await enrol(browser, 'Front desk', '/shared-devices/000002');
    const units = await app.db.query(
      'select u.code from shared_device d join unit u on u.id = d.unit_id where revoked_at is null',
    );
    expect(units).toEqual([{ code: '000002' }]);
    expect((await browser.get('/shared-devices/000002')).words).toContain('This browser is Front desk.');
  });

  it('is for leaders and administrators: from their account, or for any unit by its code', async () => {
    const eleri = await signedIn(app, '150001');
    expect((await eleri.get('/account')).words).toContain('Shared devices');
    expect((await eleri.get('/shared-devices')).location).toBe(DEVICES);
    const ros = await signedIn(app, '900001');
    expect((await ros.get('/shared-devices')).location).toBe('/admin/shared-devices');
    expect((await ros.get('/admin/shared-devices?unit=000001')).location).toBe(DEVICES);
    const unknown = await ros.get('/admin/shared-devices?unit=999999');
    expect([unknown.status, unknown.words]).toEqual([422, expect.stringContaining('No unit that is open today')]);
  });

  it('lets whoever leads several units choose one', async () => {
    await app.db.query(
      `insert into posting (person_id, unit_id, role, main, valid)
       select $1, id, 'postmaster', false, daterange('2020-01-01', null) from unit where code = '000002'`,
      [await idOf(app, '150001')],
    );
    const eleri = await signedIn(app, '150001');
    expect((await eleri.get('/shared-devices')).words).toMatch(/Ashbridge 000001 Beck 000002/);
    expect((await eleri.get('/shared-devices/000002')).status).toBe(200);
    await app.db.query('delete from posting where not main');
  });

  it('shows an administrator all of them, also as a file', async () => {
    await counter(app, 'Counter 7');
    const ros = await signedIn(app, '900001');
    expect((await ros.get('/admin/shared-devices')).words).toMatch(/Counter 7.*Ashbridge.*Enrolled by Eleri Pugh/);
    const file = await ros.get('/admin/shared-devices.csv');
    expect(file.text).toContain('Counter 7,Ashbridge,000001,Eleri Pugh');
  });
});

describe('the names on a locked device', () => {
  it('are those of the people who work in its unit today, and nobody else’s', async () => {
    const browser = await counter(app);
    const { words, text } = await browser.get('/counter');
    for (const name of ['Eleri Pugh', 'Ola Reed', 'Pat Lloyd', 'Sam Kaur']) expect(words).toContain(name);
    for (const name of ['Bea Moss', 'Dawn Hill', 'Ros Gray']) expect(words).not.toContain(name);
    expect(text).not.toMatch(/100001|person/);
  });

  it('leave out who is away, who has left, and who starts tomorrow; who covers is among them', async () => {
    const browser = await counter(app);
    await app.db.query(`insert into leave (person_id, valid) values ($1, daterange('2027-02-01', '2027-03-01'))`, [
      await idOf(app, '100002'),
    ]);
    await app.db.query(
      `insert into cover (form_token, for_person_id, deputy_id, role, unit_id, starts_on, last_on)
       select gen_random_uuid()::text, $1, $2, 'postmaster', id, '2027-02-08', '2027-02-12' from unit where code = '000001'`,
      [await idOf(app, '150001'), await idOf(app, '150002')],
    );
    const { words } = await browser.get('/counter');
    expect(words).not.toContain('Pat Lloyd');
    expect(words).toContain('Bea Moss');
    expect((await comeIn(browser, 'Bea Moss')).status).toBe(303);
    await app.db.query('delete from leave');
    await app.db.query('delete from cover');
    expect((await browser.get('/courses')).location).toBe('/counter');
  });

  it('is where every page of nobody’s leads, and an ordinary browser has none', async () => {
    const browser = await counter(app);
    for (const path of ['/', '/courses', '/record?x=1']) expect((await browser.get(path)).location).toBe('/counter');
    const ordinary = app.visitor();
    expect((await ordinary.get('/counter')).location).toBe('/sign-in');
    expect((await ordinary.get('/counter/people/AAAAAAAAAAAAAAAA')).location).toBe('/counter');
  });

  it('stand under their letters when there are many', async () => {
    const browser = await counter(app);
    await app.db.query(
      `with p as (insert into person (reference, name) select 'T' || n, chr(65 + n % 7) || 'nn Temp' || n from generate_series(1, 20) n returning id)
       insert into posting (person_id, unit_id, role, main, valid)
       select p.id, u.id, 'staff', true, daterange('2020-01-01', null) from p, unit u where u.code = '000001'`,
    );
    const { text } = await browser.get('/counter');
    expect(text).toMatch(/aria-labelledby="letter-A"[\s\S]*aria-labelledby="letter-S"/);
    expect(text.match(/class="names__name"/g)).toHaveLength(24);
    await app.db.query(`delete from posting where person_id in (select id from person where reference like 'T%')`);
    await app.db.query(`delete from person where reference like 'T%'`);
  });
});

describe('a PIN', () => {
  it('opens for its owner, in a session of its own that ends with the browser', async () => {
    const browser = await counter(app);
    const answer = await comeIn(browser, 'Sam Kaur');
    expect([answer.status, answer.location]).toEqual([303, '/']);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('cxu='))!;
    expect(cookie).not.toMatch(/expires|max-age/i);
    expect((await browser.get('/')).words).toContain('Sam Kaur, your account');
  });

  it('is chosen with the password at the device by who has none, once', async () => {
    const browser = await counter(app);
    const path = await nameOf(browser, 'Pat Lloyd');
    expect((await browser.get(path)).location).toBe(`${path}/new-pin`);
    expect((await browser.get(`${path}/new-pin`)).words).toContain('Choose your PIN');
    const wrong = await browser.post(`${path}/new-pin`, { password: 'no', pin: '593027', again: '593027' });
    expect([wrong.status, wrong.words]).toEqual([422, expect.stringContaining('That isn’t your password.')]);
    const unlike = await browser.post(`${path}/new-pin`, { password: PASSWORD, pin: '593027', again: '593028' });
    expect(unlike.words).toContain('The two PINs are not the same.');
    const guessed = await browser.post(`${path}/new-pin`, { password: PASSWORD, pin: '123456', again: '123456' });
    expect(guessed.words).toContain('one of the first that anybody would try');
    expect(guessed.text).not.toContain('123456');
    const right = await browser.post(`${path}/new-pin`, { password: PASSWORD, pin: ' 593 027', again: '593027' });
    expect([right.status, right.location]).toEqual([303, '/']);
    await browser.get('/');
    await browser.post('/counter/lock');
    expect((await comeIn(browser, 'Pat Lloyd', '593027')).status).toBe(303);
    await app.db.query('delete from pin where person_id = $1', [await idOf(app, '100002')]);
  });

  it('wrong three times waits, longer each time; eight times is blocked until its owner chooses another one', async () => {
    const browser = await counter(app);
    for (let n = 0; n < 3; n += 1) expect((await comeIn(browser, 'Sam Kaur', '111111')).status).toBe(422);
    const waits = await comeIn(browser, 'Sam Kaur');
    expect([waits.status, waits.headers.get('retry-after')]).toEqual([429, '15']);
    expect(waits.words).toContain('Too many wrong PINs. Wait 15 seconds, then try again.');
    await app.db.query(`update pin_try set wrong = 8`);
    const blocked = await comeIn(browser, 'Sam Kaur');
    expect([blocked.status, blocked.words]).toEqual([422, expect.stringContaining('Yours is blocked on this device')]);
    const path = await nameOf(browser, 'Sam Kaur');
    await browser.get(`${path}/new-pin`);
    await browser.post(`${path}/new-pin`, { password: PASSWORD, pin: PIN, again: PIN });
    await browser.get('/');
    await browser.post('/counter/lock');
    expect((await comeIn(browser, 'Sam Kaur')).status).toBe(303);
  });

  it('wrong ten times at once counts ten times', async () => {
    const browser = await counter(app);
    const path = await nameOf(browser, 'Sam Kaur');
    await browser.get(path);
    const answers = await Promise.all(Array.from({ length: 10 }, () => browser.post(path, { pin: '111111' })));
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
  });

  it('cannot be locked by anybody elsewhere: wrong tries on one device leave the other alone', async () => {
    const [one, two] = [await counter(app, 'One'), await counter(app, 'Two')];
    for (let n = 0; n < 4; n += 1) await comeIn(one, 'Sam Kaur', '111111');
    expect((await comeIn(one, 'Sam Kaur')).status).toBe(429);
    expect((await comeIn(two, 'Sam Kaur')).status).toBe(303);
    expect((await comeIn(one, 'Eleri Pugh')).status).toBe(303);
  });

  it('cannot be guessed by enrolling one browser after another: 24 wrong ones a day are all, until a password or another PIN', async () => {
    for (const name of ['One', 'Two', 'Three']) await comeIn(await counter(app, name), 'Sam Kaur', '111111');
    await app.db.query('update pin_try set wrong = 8');
    const fourth = await counter(app, 'Four');
    const blocked = await comeIn(fourth, 'Sam Kaur');
    expect([blocked.status, blocked.words]).toEqual([422, expect.stringContaining('Yours is blocked on this device')]);
    expect((await comeIn(fourth, 'Eleri Pugh')).status).toBe(303);
    await fourth.get('/');
    await fourth.post('/sign-out');
    await fourth.get('/sign-in');
    expect((await fourth.post('/sign-in', { login: '100001', password: PASSWORD })).status).toBe(303);
    await fourth.get('/');
    await fourth.post('/counter/lock');
    expect((await comeIn(fourth, 'Sam Kaur')).status).toBe(303);
  });

  it('works on no device of a unit where its owner does not work, nor in an ordinary browser', async () => {
    const ashbridge = await counter(app);
    const path = await nameOf(ashbridge, 'Sam Kaur');
    const bea = await signedIn(app, '150002');
    await enrol(bea, 'Counter 1', '/shared-devices/000002');
    await bea.get('/');
    await bea.post('/counter/lock');
    expect((await bea.get(path)).status).toBe(404);
    expect((await bea.post(path, { pin: PIN })).status).toBe(404);
    expect((await app.visitor().post(path, { pin: PIN })).location).toBe('/counter');
  });

  it('made with another pepper opens nothing: another one is chosen', async () => {
    const browser = await counter(app);
    await app.db.query(`update pin set pepper_key = 'lost' where person_id = $1`, [await idOf(app, '180001')]);
    const path = await nameOf(browser, 'Ola Reed');
    expect((await browser.get(path)).location).toBe(`${path}/new-pin`);
    await app.db.query(`update pin set pepper_key = (select pepper_key from pin where pepper_key <> 'lost' limit 1)`);
  });

  it('is never stored as it is, nor is one hash worth anything without the pepper', async () => {
    const rows = await app.db.query<{ pin_hash: string }>('select pin_hash from pin');
    for (const { pin_hash } of rows) expect(pin_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('pressed twice lets in once, and both answers lead on', async () => {
    const browser = await counter(app);
    const path = await nameOf(browser, 'Sam Kaur');
    await browser.get(path);
    const answers = await Promise.all([browser.post(path, { pin: PIN }), browser.post(path, { pin: PIN })]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await browser.get('/')).words).toContain('Sam Kaur, your account');
    expect((await browser.get(path)).location).toBe('/counter');
    expect((await browser.get('/counter')).location).toBe('/');
  });
});

describe('a PIN from one’s account', () => {
  it('is chosen with the password, changed and removed', async () => {
    const pat = await signedIn(app, '100002');
    expect((await pat.get('/account')).words).toContain('Your PIN');
    expect((await pat.get('/account/pin')).words).toContain('You have no PIN yet.');
    const wrong = await pat.post('/account/pin', { password: 'no', pin: '593027', again: '593027' });
    expect([wrong.status, wrong.words]).toEqual([422, expect.stringContaining('That isn’t your password.')]);
    expect(wrong.text).not.toContain('593027');
    await pat.post('/account/pin', { password: PASSWORD, pin: '593027', again: '593027' });
    expect((await pat.get('/account/pin')).words).toMatch(/You chose your PIN on \d/);
    await pat.post('/account/pin/removal');
    expect((await pat.get('/account/pin')).words).toContain('You have no PIN yet.');
    const log = await app.db.query<{ action: string }>(
      `select action from audit_entry where actor_id = $1 and action like '%Pin' order by id desc limit 2`,
      [await idOf(app, '100002')],
    );
    expect(log.map(({ action }) => action)).toEqual(['signIn.removedPin', 'signIn.chosePin']);
  });
});

describe('somebody who came with a PIN', () => {
  it('is asked for the password where it matters, and led back', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Eleri Pugh');
    for (const path of ['/account', DEVICES]) {
      expect((await browser.get(path)).location).toBe(`/counter/password?next=${encodeURIComponent(path)}`);
    }
    const page = await browser.get(`/counter/password?next=${encodeURIComponent(DEVICES)}`);
    expect(page.words).toContain('Sign in with your password to do this');
    const wrong = await browser.post('/counter/password', { password: 'no', next: DEVICES });
    expect([wrong.status, wrong.words]).toEqual([422, expect.stringContaining('That isn’t your password.')]);
    const right = await browser.post('/counter/password', { password: PASSWORD, next: DEVICES });
    expect([right.status, right.location]).toEqual([303, DEVICES]);
    expect((await browser.get(DEVICES)).status).toBe(200);
  });

  it('is a colleague at the counter, whatever they are besides, until they type it', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Ola Reed');
    expect((await browser.get('/')).text).not.toContain('href="/studio"');
    expect((await browser.get('/studio')).location).toBe('/counter/password?next=%2Fstudio');
    await browser.get('/counter/password?next=%2Fstudio');
    await browser.post('/counter/password', { password: PASSWORD, next: '/studio' });
    expect((await browser.get('/studio')).status).toBe(200);
    await browser.post('/counter/lock');
    await comeIn(browser, 'Ola Reed');
    expect((await browser.get('/studio')).location).toBe('/counter/password?next=%2Fstudio');
  });

  it('is led to no other site by the page that asks for it', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Eleri Pugh');
    await browser.get('/');
    const answer = await browser.post('/counter/password', { password: PASSWORD, next: '//evil.example' });
    expect(answer.location).toBe('/');
  });

  it('is out at the next request when the posting ends', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Sam Kaur');
    expect((await browser.get('/courses')).status).toBe(200);
    const sam = await idOf(app, '100001');
    await app.db.query(
      `update posting set unit_id = (select id from unit where code = '000002') where person_id = $1`,
      [sam],
    );
    expect((await browser.get('/courses')).location).toBe('/counter');
    expect((await browser.get('/counter')).words).not.toContain('Sam Kaur');
    await app.db.query(
      `update posting set unit_id = (select id from unit where code = '000001') where person_id = $1`,
      [sam],
    );
  });
});

describe('somebody whose name is not there', () => {
  it('signs in as ever, under the same rules, and is not remembered', async () => {
    const browser = await counter(app);
    await browser.get('/sign-in');
    const answer = await browser.post('/sign-in', { login: '200001', password: PASSWORD });
    expect(answer.location).toBe('/counter');
    expect((await browser.follow(answer)).words).toContain('Dawn Hill, your account');
    await idle(app, 131);
    expect((await browser.get('/')).location).toBe('/counter');
    expect((await browser.get('/counter')).words).not.toContain('Dawn');
    expect(browser.cookies.has('cxu-device')).toBe(false);
  });

  it('failing there locks nobody out elsewhere, and is locked out by nobody elsewhere', async () => {
    const browser = await counter(app);
    for (let n = 0; n < 6; n += 1) {
      await browser.get('/sign-in');
      await browser.post('/sign-in', { login: '100001', password: 'wrong' });
    }
    await signedIn(app, '100001');
    await browser.get('/sign-in');
    expect((await browser.post('/sign-in', { login: '100001', password: PASSWORD })).status).toBe(429);
  });
});

describe('taking a device back', () => {
  it('works at once: whoever is at work there is out, and it is an ordinary browser', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Sam Kaur');
    const { id } = (await app.db.one<{ id: number }>('select max(id) as id from shared_device'))!;
    const eleri = await signedIn(app, '150001');
    await eleri.get(DEVICES);
    expect((await eleri.post(`${DEVICES}/${id}/revocation`)).location).toBe(DEVICES);
    expect((await eleri.post(`${DEVICES}/${id}/revocation`)).location).toBe(DEVICES);
    expect((await browser.get('/')).location).toBe('/sign-in');
    expect(browser.cookies.has('cxu-shared')).toBe(false);
    expect((await browser.get('/counter')).location).toBe('/sign-in');
  });

  it('in that very browser leaves its leader signed in, at an ordinary one', async () => {
    const eleri = await signedIn(app, '150001');
    await enrol(eleri, 'Counter 1');
    await eleri.get(DEVICES);
    const { id } = (await app.db.one<{ id: number }>('select max(id) as id from shared_device'))!;
    await eleri.post(`${DEVICES}/${id}/revocation`);
    expect((await eleri.get(DEVICES)).words).toContain('No shared device yet');
    expect(eleri.cookies.has('cxu-shared')).toBe(false);
  });

  it('happens by itself when the unit closes', async () => {
    const browser = await counter(app);
    await comeIn(browser, 'Sam Kaur');
    await app.db.query(
      `update unit_place set valid = daterange('2020-01-01', '2027-02-10') where unit_id = (select id from unit where code = '000001')`,
    );
    expect((await browser.get('/')).location).toBe('/sign-in');
    await app.db.query(
      `update unit_place set valid = daterange('2020-01-01', null) where unit_id = (select id from unit where code = '000001')`,
    );
  });
});
