import { randomUUID } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import { PinHashes } from '../../src/sign-in/shared-devices/pin-hashes.service.js';
import type { TestApp } from '../support/app.js';

export const PIN = '407281';
export const SAM = '100001';
export const ROS = '900001';

export interface Colleague {
  id: number;
  reference: string;
  name: string;
}

/** Sam and a colleague at Sam's branch, each with the PIN above. */
export async function sharedBranch(app: TestApp): Promise<{ sam: Colleague; colleague: Colleague }> {
  const people = await app.db.query<Colleague & { role: string }>(
    `select p.id, p.reference, p.name, o.role from posting o join person p on p.id = o.person_id
      where o.valid @> '2027-02-10'::date and o.unit_id = (
        select unit_id from posting s join person sam on sam.id = s.person_id
         where sam.reference = $1 and s.main and s.valid @> '2027-02-10'::date)
        and not exists (select from leave l where l.person_id = p.id and l.valid @> '2027-02-10'::date)
      order by p.id`,
    [SAM],
  );
  const { hash, pepperKey } = await app.nest.get(PinHashes).hash(PIN);
  await app.db.query(
    `insert into pin (person_id, pin_hash, pepper_key, changed_at) select id, $2, $3, now() from unnest($1::int[]) id
     on conflict (person_id) do nothing`,
    [[...new Set(people.map(({ id }) => id))], hash, pepperKey],
  );
  return {
    sam: people.find(({ reference }) => reference === SAM)!,
    colleague: people.find(({ role, reference }) => role === 'staff' && reference !== SAM)!,
  };
}

/** A course with a quiz that this person has not begun. @returns its slug */
export async function quizFor(app: TestApp, reference: string): Promise<string> {
  const row = await app.db.one<{ slug: string }>(
    `select c.slug from course c join course_version v on v.course_id = c.id and v.quiz_version_id is not null
      where v.state = 'published' and not exists (
        select from enrolment e join person p on p.id = e.person_id where p.reference = $1 and e.course_version_id = v.id)
      order by c.slug limit 1`,
    [reference],
  );
  return row!.slug;
}

/** Makes the page's browser a shared device, of Sam's branch unless another's page is given. */
export async function enrolHere(page: Page, devices = '/shared-devices/021047'): Promise<void> {
  await page.goto(devices);
  await page.getByLabel('Name of the device').fill(`Counter ${randomUUID().slice(0, 4)}`);
  await page.getByRole('button', { name: 'Make it a shared device' }).click();
  await page.getByText('It locks when nobody has done anything for two minutes.').waitFor();
}

/** Locks by the strip and waits for the names. */
export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  await atTheNames(page);
}

export async function atTheNames(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Who is at the counter?' }).waitFor();
}

/** A tap on the name and six on the pad; without scripts there is no pad. */
export async function comeIn(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true }).waitFor();
  if (await page.locator('.pin__pad').isVisible()) {
    for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
  } else {
    await page.getByLabel('Your PIN').fill(PIN);
    await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Lock', exact: true }).waitFor();
}

/** Every address and title in the history of this tab. */
export async function historyOf(debug: CDPSession): Promise<string> {
  const { entries } = await debug.send('Page.getNavigationHistory');
  return entries.map(({ url, title, userTypedURL }) => [url, title, userTypedURL].join(' ')).join('\n');
}

/** What pages could have kept in the browser; said there. */
export const KEPT = `(async () => ({
  local: { ...localStorage },
  session: { ...sessionStorage },
  databases: (await indexedDB.databases()).map((one) => one.name),
  caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
  scripted: document.cookie,
}))()`;

export const NOTHING_KEPT = { local: {}, session: {}, databases: [], caches: [], workers: 0, scripted: '' };

/** Which of these addresses the browser's own cache can still answer; asked there, without the network. */
export const inCache = (urls: readonly string[]) => `(async () => {
  const found = [];
  for (const url of ${JSON.stringify(urls)}) {
    await fetch(url, { cache: 'only-if-cached', mode: 'same-origin' }).then((answer) => answer.ok && found.push(url), () => null);
  }
  return found;
})()`;
