import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config.js';
import { importPeople } from '../network/files.js';
import type { Running } from '../start/process.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { Browserless } from '../support/browserless.js';
import { freePort } from '../support/redis.js';
import { until } from '../support/until.js';
import { halfWrong, ROOM_KB, withLittleRoom } from './full-disk.js';
import { aSmallNetwork, HEADING } from './imports.js';
import { imported, said } from './undo-world.js';

let app: TestApp;
let web: Running;
let nik: Browserless;
let cramped: Browserless;

/** Two servers on one database and one folder: one of them, with its worker, has no room for files. */
beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString() });
  await aSmallNetwork(app);
  await importPeople(app, ['nik,Nikhil Rao,,000001,analyst,2020-01-01,']);
  await imported(app, said('first', 5, '', '06/01/2026 09:30'));
  await app.runJobs();
  nik = await app.signInAs((await app.db.one<{ id: number }>(`select id from person where reference = 'nik'`))!);
  const env = { PORT: String(await freePort()), HOST: '', CXU_URL: '', CXU_NOW: '', CXU_DEMO: '0' };
  web = withLittleRoom(app, env, 'dist/main.js');
  cramped = new Browserless(await web.says(/http:\/\/127\.0\.0\.1:\d+/));
  for (const [name, value] of nik.cookies) cramped.cookies.set(name, value);
}, 120_000);
afterAll(async () => {
  await web.kill('SIGTERM');
  await app.stop();
}, 60_000);

async function send(browser: Browserless, content: string) {
  const { text } = await browser.get('/feedback/imports');
  const source = /value="(\d+)"[^>]*>Branch survey/.exec(text)![1]!;
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
  return browser.upload('/feedback/imports', { name: 'june.csv', content }, { source, formToken });
}

it('a file for which there is no room is not kept, and its sender is told so', async () => {
  const refused = await send(cramped, 'x'.repeat(ROOM_KB * 2000));
  expect([refused.status, refused.words]).toEqual([
    507,
    expect.stringContaining('There is no room left on the server'),
  ]);
  expect(refused.words).toContain('Nothing of what you sent has been kept.');
  await until(() => readdirSync(`${app.nest.get(Config).dataDir}/uploads`).length === 0, 20);
});

it('a file whose rejected lines find no room says so at once, and goes on when there is', async () => {
  const content = [HEADING, ...halfWrong(2200), ''].join('\n');
  expect(content.length).toBeLessThan(ROOM_KB * 1024);
  const { location } = await send(cramped, content);
  await until(async () => (await nik.get(`${location}/progress`)).text.includes('"over":true'), 120);
  expect((await nik.get(location!)).words).toContain('There is no room left on the server, so it ended half way.');
  await web.kill('SIGTERM');
  expect((await nik.post(`${location}/looks`)).status).toBe(303);
  await app.runJobs();
  expect((await nik.get(location!)).words).toContain('New 1,100 Changed 0 Unchanged 0 Rejected 1,100');
}, 180_000);
