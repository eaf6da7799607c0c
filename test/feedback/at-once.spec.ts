import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { Database } from '../../src/platform/database/database.js';
import { TooBusy } from '../../src/platform/errors.js';
import { RetentionRules } from '../../src/platform/privacy/retention.js';
import { aFile } from '../network/files.js';
import { beside } from '../processes/import-killing.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { notAsRecounted } from './recount.js';
import { undo } from './undo-world.js';
import { aRandomWorld, FILE_MAPPING, fileOf, RandomHistory } from './random-history.js';
import { type Step, steps } from './random-steps.js';

let app: TestApp;
let history: RandomHistory;
const random = steps(41, 900, 1500);

beforeAll(async () => {
  app = await startTestApp();
  await aRandomWorld(app);
  history = new RandomHistory(app);
});
afterAll(() => app.stop());

/** The next step of a kind. */
function next(kind: Step['do']): Step {
  for (;;) {
    const { value } = random.next();
    if (value?.do === kind) return value;
  }
}

/** A process of its own that imports a file. */
async function byCommand(): Promise<void> {
  const step = next('file');
  const [file, mapping] = [aFile('answers' in step ? fileOf(step.answers) : ''), aFile('')];
  writeFileSync(mapping, JSON.stringify(FILE_MAPPING));
  const args = ['import', 'responses', file, '--source', 'Branch survey', '--mapping', mapping, '--json'];
  const running = beside(app, 'dist/cli.js', ...args);
  expect(await running.ended).toBe(0);
}

/** As a program does that is told to come back later: it sends the same batch again. */
async function patiently(work: () => Promise<void>): Promise<void> {
  await work().catch((error: unknown) => {
    if (error instanceof TooBusy) return patiently(work);
    throw error;
  });
}

const erase = (kind: string, before: string) => () =>
  app.nest.get(Database).write((tx) => app.nest.get(RetentionRules).find(kind)!.apply(tx, new Date(before), 5000));

it('imports, batches, undos, moves, erasure, standings and the self-check run at once, wait for each other and stay exact', async () => {
  const undone: number[] = [];
  for (let at = 0; at < 4; at += 1) {
    await history.play(next('file'));
    undone.push((await app.db.one<{ id: number }>('select max(id) as id from survey_import'))!.id);
  }
  const own = [
    () => undo(app, undone[0]!, undone[2]!),
    () => undo(app, undone[1]!),
    ...Array.from({ length: 4 }, () => next('batch')).map((batch) => () => patiently(() => history.play(batch))),
    ...Array.from({ length: 4 }, () => () => history.play(next('move'))),
    () => history.play(next('file')),
    erase('feedback.comments', '2026-11-01'),
    erase('feedback.corrected', '2027-03-01'),
    () => app.nest.get(Standings).fill(app.clock.today()),
    () => app.nest.get(SelfCheck).run(),
  ];
  const done = await Promise.allSettled([byCommand(), byCommand(), ...own.map((work) => work())]);
  expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(await app.db.one('select deadlocks::int from pg_stat_database where datname = current_database()')).toEqual({
    deadlocks: 0,
  });
  expect(await notAsRecounted(app)).toEqual([]);
  expect(await app.nest.get(SelfCheck).run()).toMatchObject({ differences: 0, repaired: 0 });
  expect(await app.db.query('select id from survey_import where finished_at is null')).toEqual([]);
}, 120_000);
