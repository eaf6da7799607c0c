import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { everyRow, undoImport } from '../network/files.js';
import type { Running } from '../start/process.js';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { until } from '../support/until.js';
import { aSmallNetwork, beside, IMPORTS, killAt } from './import-killing.js';

let app: TestApp;
let ros: Browserless;
const workers: Running[] = [];
beforeAll(async () => {
  app = await aSmallNetwork();
  ros = await app.signInAs((await app.db.one<{ id: number }>(`select id from person where reference = 'ros'`))!);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.kill('SIGKILL')));
  await app.stop();
});
beforeEach(async () => void (await ros.get('/admin/imports')));

function aWorker(): Running {
  const worker = beside(app, 'dist/worker.js');
  workers.push(worker);
  return worker;
}

/** Its minute passes after which a silent worker is taken for dead. */
const aMinutePasses = () =>
  app.db.query(`update job set claimed_at = now() - interval '61 seconds' where claimed_at is not null`);

async function lookedAt(kind: string, content: string): Promise<string> {
  const formToken = /name="formToken" value="([^"]+)"/.exec((await ros.get('/admin/imports')).text)![1]!;
  const sent = await ros.upload('/admin/imports', { name: `${kind}.csv`, content }, { kind, formToken });
  await app.runJobs();
  await ros.get(sent.location!);
  return sent.location!;
}

/** Whoever waits is told; then another worker does it from the start. */
async function beginsAgain(here: string, ends: string): Promise<void> {
  await aMinutePasses();
  expect((await ros.get(here)).words).toContain('It was interrupted and will be begun again in a moment.');
  const next = aWorker();
  await until(async () => (await ros.get(`${here}/progress`)).text.includes('"over":true'), 60);
  expect((await ros.get(here)).words).toContain(ends);
  await next.kill('SIGKILL');
}

describe('a worker that is killed in the middle of an import', () => {
  it.each(IMPORTS)(
    'of $kind leaves nothing half done, also of its undo, and the next one does it all',
    async (its) => {
      const before = await everyRow(app);
      const here = await lookedAt(its.kind, its.file);
      await ros.post(`${here}/takings`);
      await killAt(app, its.table, aWorker);
      expect(await everyRow(app)).toEqual(before);
      await beginsAgain(here, 'Imported');
      const after = await everyRow(app);
      expect(after).not.toEqual(before);
      await ros.get(`${here}/undo`);
      await ros.post(`${here}/undo`);
      await killAt(app, its.undoneAt, aWorker);
      expect(await everyRow(app)).toEqual(after);
      await beginsAgain(here, 'Undone');
      expect(await everyRow(app)).toEqual(before);
      expect((await undoImport(app, its.kind)).undoneBefore).not.toBeNull();
    },
    180_000,
  );
});
