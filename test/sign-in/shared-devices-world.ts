import { expect } from '@jest/globals';
import { Passwords } from '../../src/sign-in/passwords/passwords.service.js';
import { PinHashes } from '../../src/sign-in/shared-devices/pin-hashes.service.js';
import { importPeople, importUnits } from '../network/files.js';
import { type Answer, Browserless } from '../support/browserless.js';
import type { TestApp } from '../support/app.js';
import { idOf, PASSWORD } from './people.js';

export { idOf, PASSWORD } from './people.js';

export const PIN = '407281';
export const UNIT = '000001';
export const DEVICES = `/shared-devices/${UNIT}`;

/**
 * Ashbridge, a branch with Eleri (postmaster), Sam and Pat; Beck, another branch with its postmaster Bea; Dawn looks after
 * their area and Ros after everything. Ola works at Ashbridge and is an author besides. Everybody but Pat has a PIN.
 */
export async function counterWorld(app: TestApp): Promise<void> {
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,wales,2020-01-01,',
    'R1,North,A1,Moors,000002,Beck,branch,wales,2020-01-01,',
    'R1,North,A1,Moors,HQ,Digital,department,england,2020-01-01,',
  ]);
  await importPeople(app, [
    '100001,Sam Kaur,,000001,staff,2020-01-01,',
    '100002,Pat Lloyd,,000001,staff,2020-01-01,',
    '150001,Eleri Pugh,,000001,postmaster,2020-01-01,',
    '150002,Bea Moss,,000002,postmaster,2020-01-01,',
    '180001,Ola Reed,,000001,staff,2020-01-01,',
    '200001,Dawn Hill,,A1,areaManager,2020-01-01,',
    '900001,Ros Gray,,HQ,administrator,2020-01-01,',
  ]);
  const [hash, pin] = [await app.nest.get(Passwords).hash(PASSWORD), await app.nest.get(PinHashes).hash(PIN)];
  await app.db.query('insert into credential (person_id, password_hash) select id, $1 from person', [hash]);
  await app.db.query(
    `insert into pin (person_id, pin_hash, pepper_key, changed_at)
     select id, $1, $2, now() from person where reference <> '100002'`,
    [pin.hash, pin.pepperKey],
  );
  await app.db.query(
    `insert into role_grant (person_id, role, source, valid)
     select id, 'author', 'test', daterange('2020-01-01', null) from person where reference = '180001'`,
  );
}

/** A browser in which following a link and sending a form look as they do to a server; what scripts fetch does not. */
export class CounterBrowser extends Browserless {
  /** What a script of the page asks for. */
  quietly(path: string): Promise<Answer> {
    return this.send('GET', path, undefined, { 'sec-fetch-dest': 'empty' });
  }
}

export async function signedIn(app: TestApp, reference: string): Promise<CounterBrowser> {
  const browser = new CounterBrowser(app.url);
  await browser.get('/sign-in');
  expect((await browser.post('/sign-in', { login: reference, password: PASSWORD })).status).toBe(303);
  return browser;
}

/** The shared browser of Ashbridge, locked: Eleri enrolled it and left it. */
export async function counter(app: TestApp, name = 'Counter 1'): Promise<CounterBrowser> {
  const browser = new CounterBrowser(app.url);
  const { cookies } = await app.signInAs(await idOf(app, '150001'));
  for (const [key, value] of cookies) browser.cookies.set(key, value);
  await enrol(browser, name);
  await browser.get('/');
  expect((await browser.post('/counter/lock')).location).toBe('/counter');
  return browser;
}

export async function enrol(browser: Browserless, name: string, unit = DEVICES): Promise<Answer> {
  const page = await browser.get(unit);
  const formToken = /name="formToken" value="([^"]+)"/.exec(page.text)![1]!;
  const answer = await browser.post(unit, { formToken, name });
  expect([answer.status, answer.location]).toEqual([303, unit]);
  return answer;
}

/** Where a name on the locked device leads. */
export async function nameOf(browser: Browserless, name: string): Promise<string> {
  const names = await browser.get('/counter');
  const link = [...names.text.matchAll(/class="names__name" href="([^"]+)">([\s\S]*?)<\/a>/g)].find(([, , inside]) =>
    inside!.includes(`<span>${name}</span>`),
  );
  if (!link) throw new Error(`${name} is not among the names: ${names.words}`);
  return link[1]!;
}

/** Picks a name and types a PIN. */
export async function comeIn(browser: Browserless, name: string, pin = PIN): Promise<Answer> {
  const path = await nameOf(browser, name);
  await browser.get(path);
  return browser.post(path, { pin });
}

/** As long ago as if nobody had done anything since. */
export async function idle(app: TestApp, seconds: number): Promise<void> {
  await app.db.query('update shared_session set active_at = clock_timestamp() - make_interval(secs => $1)', [seconds]);
}

export async function freshStart(app: TestApp): Promise<void> {
  await app.db.query('delete from session');
  await app.db.query('delete from shared_place');
  await app.db.query('delete from shared_draft');
  await app.db.query('delete from pin_try');
  await app.db.query('delete from sign_in_failure');
  await app.db.query(
    `update pin set pin_hash = (select e.pin_hash from pin e join person p on p.id = e.person_id where p.reference = '150001')
      where person_id in (select id from person where reference <> '150001')`,
  );
  await app.db.query(`update shared_device set revoked_at = now(), revoked_by = enrolled_by where revoked_at is null`);
}

export const pinOf = async (app: TestApp, reference: string) =>
  app.db.one<{ hash: string }>('select pin_hash as hash from pin where person_id = $1', [await idOf(app, reference)]);
