import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswerIndexesJobs } from '../../src/generate/feedback/answer-indexes.jobs.js';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { Running } from '../start/process.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { generate, optionsOf, SMALL } from './generated.js';

/** Seconds: the command may have to be built first. */
const PATIENCE = 120;

/** Weeks enough for somebody to come in between. */
const SIZE = { ...SMALL, weeks: 240 };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

const cxu = () =>
  Running.node(['scripts/cxu.mjs', 'generate', ...optionsOf(SIZE)], { DATABASE_URL: app.databaseUrl, CXU_DEMO: '0' });
const weeks = async () => (await app.db.one<{ n: number }>('select count(*)::int as n from survey_import'))!.n;
const indexes = async () =>
  (
    await app.db.query<{ sql: string }>(
      `select pg_get_indexdef(indexrelid) as sql from pg_index where indrelid = 'survey_response'::regclass order by 1`,
    )
  ).map(({ sql }) => sql);

/** Every week that is there is there as a whole. */
async function expectWholeWeeks(): Promise<void> {
  const torn = await app.db.query(
    `select i.id from survey_import i where i.rows_read <> (select count(*) from survey_response r where r.import_id = i.id)
        or i.rows_read <> (select sum(responses) from unit_week w where w.week = substring(i.file_name from '\\d{4}-\\d{2}-\\d{2}')::date)`,
  );
  expect(torn).toEqual([]);
}

describe('a generator that does not come to its end', () => {
  it('keeps whole weeks when it is stopped or killed, and the same command goes on', async () => {
    const before = await indexes();
    const stopped = cxu();
    await until(async () => (await weeks()) >= 5, PATIENCE);
    expect(await stopped.kill('SIGINT')).toBe(130);
    expect(stopped.output).toContain('The same command goes on from there.');
    const there = await weeks();
    await expectWholeWeeks();

    const killed = cxu();
    await until(async () => (await weeks()) >= there + 5, PATIENCE);
    await killed.kill('SIGKILL');
    await expectWholeWeeks();
    expect(await weeks()).toBeLessThan(SIZE.weeks);
    expect((await indexes()).length).toBeLessThan(before.length);

    await until(async () => {
      await app.nest.get(AnswerIndexesJobs).putBack();
      return (await indexes()).length === before.length;
    }, PATIENCE);
    expect(await indexes()).toEqual(before);

    await until(
      () =>
        generate(app, null, SIZE).then(
          () => true,
          (error: Error) => {
            expect(error.message).toContain('at this moment');
            return false;
          },
        ),
      PATIENCE,
    );
    await expectWholeWeeks();
    expect(await weeks()).toBe(SIZE.weeks);
    expect(await indexes()).toEqual(before);
    expect(await app.nest.get(SelfCheck).run()).toMatchObject({ differences: 0, areaDays: { differences: 0 } });
  }, 240_000);
});
