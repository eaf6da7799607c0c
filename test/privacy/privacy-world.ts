/** The small network of the assignments' specs with somebody who looks after it all, and what a copy's zip holds. */
import { once } from 'node:events';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { Retention } from '../../src/privacy/retention/retention.service.js';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { aSmallNetwork, assign, finish, signedIn } from '../assignments/network.js';
import { importPeople } from '../network/files.js';

export { assign, finish, signedIn };

/** aSmallNetwork, Ros the administrator, and Lee who left in 2020 and Liv who left in 2026. */
export async function aPrivacyWorld(app: TestApp): Promise<void> {
  await aSmallNetwork(app);
  await importPeople(app, [
    'ros,Ros Admin,,000004,administrator,2020-01-01,',
    'lee,Lee Longgone,lee@example.org,000001,staff,2018-01-01,2020-06-30',
    'liv,Liv Lately,liv@example.org,000001,staff,2018-01-01,2026-12-31',
  ]);
}

export async function idOf(app: TestApp, reference: string): Promise<number> {
  return (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!.id;
}

/** Asks for one's own copy as the page does, has it made, and says where it is. */
export async function ownCopy(app: TestApp, browser: Browserless): Promise<string> {
  const { text } = await browser.get('/privacy/my-data');
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)?.[1] ?? '';
  await browser.post('/privacy/copies', { formToken });
  await app.runJobs();
  const page = await browser.get('/privacy/my-data');
  return /href="(\/privacy\/copies\/\d+)"/.exec(page.text)?.[1] ?? '';
}

/** As an administrator asks for a copy for somebody who asked on paper. */
export async function askForCopy(app: TestApp, reference: string, reason = 'Letter of 3 February') {
  const ros = await signedIn(app, 'ros');
  const page = await ros.get('/admin/privacy');
  const [, formToken = ''] = /privacy\/copies"[\s\S]*?name="formToken" value="([^"]+)"/.exec(page.text) ?? [];
  const answer = await ros.post('/admin/privacy/copies', { formToken, reference, reason });
  return { ros, answer };
}

/** The files of a zip by name. */
export async function filesOf(zip: Buffer): Promise<Map<string, string>> {
  const open = await new Promise<ZipFile>((resolve, reject) =>
    fromBuffer(zip, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file))),
  );
  const files = new Map<string, string>();
  open.on('entry', (entry: Entry) => {
    open.openReadStream(entry, (error, stream) => {
      if (error) return void open.emit('error', error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'));
        open.readEntry();
      });
    });
  });
  open.readEntry();
  await once(open, 'end');
  return files;
}

/** The bytes of a download. */
export async function bytesOf(browser: Browserless, path: string): Promise<{ status: number; bytes: Buffer }> {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(browser.url + path, { headers: { cookie }, redirect: 'manual' });
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) };
}

/** Runs the nightly job to its end, as the worker would. */
export async function letGo(app: TestApp): Promise<void> {
  await app.nest.get(Retention).run({ progress: async () => {}, cancelled: async () => false });
}
