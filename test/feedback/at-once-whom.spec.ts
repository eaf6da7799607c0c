import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ask, tokenFor } from '../api/api-world.js';
import { aFile, importPeople, importUnits } from '../network/files.js';
import { HeldStill } from '../processes/held-still.js';
import { beside } from '../processes/import-killing.js';
import type { Running } from '../start/process.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { until } from '../support/until.js';
import { aSmallNetwork, HEADING, MAPPING } from './imports.js';
import { notAsRecounted } from './recount.js';
import { imported, inForce, said } from './undo-world.js';

/** The programs go by the clock on the wall. */
const easy = (id: string, mark: number) => said(id, mark, '', '06/01/2026 09:30');

let app: TestApp;
let nik: Browserless;
const running: Running[] = [];
beforeAll(async () => {
  app = await startTestApp({ now: new Date().toISOString() });
  await aSmallNetwork(app);
  await importPeople(app, [
    'ros,Ros Aldous,,000001,administrator,2020-01-01,',
    'nik,Nikhil Rao,,000001,analyst,2020-01-01,',
  ]);
  nik = await app.signInAs((await app.db.one<{ id: number }>(`select id from person where reference = 'nik'`))!);
});
afterAll(async () => {
  await Promise.all(running.map((one) => one.kill('SIGKILL')));
  await app.stop();
});

function program(script: string, ...args: string[]): Running {
  const one = beside(app, script, ...args);
  running.push(one);
  return one;
}

const fileOf = (...lines: string[]) => [HEADING, ...lines, ''].join('\n');

function importing(...lines: string[]): Running {
  const mapping = aFile('');
  writeFileSync(mapping, JSON.stringify(MAPPING));
  return program(
    'dist/cli.js',
    ...['import', 'responses', aFile(fileOf(...lines)), '--source', 'Branch survey', '--mapping', mapping],
  );
}

/** A file by the page, looked at and ready to be taken over. */
async function uploaded(...lines: string[]): Promise<string> {
  const { text } = await nik.get('/feedback/imports');
  const source = /value="(\d+)"[^>]*>Branch survey/.exec(text)![1]!;
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
  const file = { name: 'june.csv', content: fileOf(...lines) };
  const { location } = await nik.upload('/feedback/imports', file, { source, formToken });
  await app.runJobs();
  return location!;
}

it('commands, a worker, a program, an undo and a move that come while an import lands wait, and say for whom', async () => {
  const first = await imported(app, easy('w1', 5), easy('w2', 1));
  const here = await uploaded(easy('p1', 4), easy('w2', 2));
  const token = await tokenFor(app, ['responses:write']);
  const held = await HeldStill.at(app.databaseUrl, 'survey_response');
  const landing = importing(easy('c1', 3));
  await held.caught();
  const { id, name } = (await app.db.one<{ id: number; name: string }>(
    'select id, file_name as name from survey_import order by id desc limit 1',
  ))!;
  await nik.post(`${here}/takings`);
  const worker = program('dist/worker.js');
  const [next, undoing] = [
    importing(easy('d1', 2)),
    program('dist/cli.js', 'responses', 'undo', '--import', String(first)),
  ];
  const responses = [{ responseId: 'A-1', unit: '000001', at: '2026-01-05T09:30:00Z', ease: 4 }];
  const sent = ask(app, 'POST', '/api/v1/responses', { token, body: { source: 'API survey', responses } });
  const moved = importUnits(app, ['R1,North,A2,Coast,000001,Ashbridge,branch,england,2025-12-01,']);

  const ahead = new RegExp(`${name} is being imported \\(import ${id}\\)\\. This one begins when that ends\\.`);
  await Promise.all([next.says(ahead), undoing.says(ahead)]);
  await until(async () => (await nik.get(here)).words.includes(`${name} is being imported. Yours begins when`), 60);
  expect((await nik.get(`${here}/progress`)).text).toContain(`${name} is being imported. Yours begins when that ends.`);
  const { status, json } = await sent;
  expect([status, json.detail]).toEqual([503, expect.stringContaining(`Import ${id} is landing its answers.`)]);

  await held.release();
  expect(await Promise.all([landing.ended, next.ended, undoing.ended])).toEqual([0, 0, 0]);
  await moved;
  await until(async () => (await nik.get(`${here}/progress`)).text.includes('"over":true'), 60);
  await worker.kill('SIGTERM');
  expect(await inForce(app)).toEqual({ c1: 3, d1: 2, p1: 4, w2: 2 });
  await app.runJobs();
  expect(await notAsRecounted(app)).toEqual([]);
  expect(await app.db.one('select deadlocks::int from pg_stat_database where datname = current_database()')).toEqual({
    deadlocks: 0,
  });
}, 180_000);
