import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportLock } from '../../src/feedback/imports/import-lock.queries.js';
import { Generator } from '../../src/generate/generator.service.js';
import { ChangesQueries } from '../../src/network/changes/changes.queries.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { SMALL } from './generated.js';

const SIZE = { ...SMALL, weeks: 3 };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

/** A generator under way, with what it has said. */
function generating() {
  const said: string[] = [];
  const tell = { counting: () => () => undefined, say: (line: string) => void said.push(line) };
  return { said, done: app.nest.get(Generator).run(SIZE, null, tell) };
}

/** Something that goes on until it is told to end. */
function lasting() {
  let end = () => undefined as void;
  return { ended: new Promise<void>((resolve) => (end = resolve)), end: () => end() };
}

const count = async (table: string) => (await app.db.one<{ n: number }>(`select count(*)::int as n from ${table}`))!.n;

describe('a generator beside others', () => {
  it('waits for a file of units, then for a file of answers, and lets no other generator in meanwhile', async () => {
    const [units, answers] = [lasting(), lasting()];
    const changing = app.db.write(async (tx) => {
      await app.nest.get(ChangesQueries, { strict: false }).hold(tx, () => undefined);
      await units.ended;
    });
    const landing = app.nest.get(ImportLock, { strict: false }).hold(
      () => answers.ended,
      () => undefined,
    );
    const generator = generating();
    await until(() => generator.said.some((line) => line.startsWith('An import of units or people')), 60);
    expect(await count('unit')).toBe(0);
    await expect(generating().done).rejects.toThrow('An organisation is being generated into this database');

    units.end();
    await changing;
    await until(() => generator.said.some((line) => line.startsWith('An import of answers')), 60);
    expect([await count('unit'), await count('person')]).toEqual([SIZE.units, SIZE.people]);
    expect(await count('survey_response')).toBe(0);

    answers.end();
    await landing;
    expect(await generator.done).toHaveLength(4);
    expect(await count('survey_import')).toBe(SIZE.weeks);
  }, 120_000);
});
