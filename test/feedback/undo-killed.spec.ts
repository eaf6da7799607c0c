import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { MOVE_ANSWERS } from '../../src/feedback/rollups/moving-answers.jobs.js';
import { READ_COMMENTS } from '../../src/feedback/themes/reading.jobs.js';
import { ImportLock } from '../../src/feedback/imports/import-lock.queries.js';
import { UndoImports } from '../../src/feedback/undo/undo-imports.service.js';
import { UndoneList } from '../../src/feedback/undo/undone-list.service.js';
import { importPeople } from '../network/files.js';
import { beside, killAt } from '../processes/import-killing.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { aSmallNetwork, importLines, stateOf } from './imports.js';
import { notAsWorkedOut } from './recount-derived.js';
import { notAsRecounted } from './recount.js';
import { forgetAnswers, imported, inForce, QUIET, said, undo, undoByJob } from './undo-world.js';

let app: TestApp;
let nikhil: number;
beforeAll(async () => {
  app = await startTestApp();
  await aSmallNetwork(app);
  await importPeople(app, ['nik,Nikhil Rao,,000001,analyst,2020-01-01,']);
  nikhil = (await app.db.one<{ id: number }>(`select id from person where reference = 'nik'`))!.id;
});
afterAll(() => app.stop());

const many = (from: number, n: number, easy: number) =>
  Array.from({ length: n }, (_, at) => said(`k${from + at}`, easy));

describe('an undo whose worker dies', () => {
  it('goes on from its checkpoint, and ends as if nothing had happened', async () => {
    await imported(app, ...many(0, 2000, 5));
    const before = await stateOf(app);
    const wrong = await imported(app, ...many(1000, 7000, 1));
    await app.db.query(`create function die() returns trigger language plpgsql as $$ begin
      if (new.tally ->> 'gone')::int + (new.tally ->> 'back')::int = 7000 then raise exception 'the worker dies'; end if;
      return new; end $$`);
    await app.db.query('create trigger die before update of tally on survey_undo for each row execute function die()');
    await undoByJob(app, [wrong], nikhil);
    const left = await app.db.one<{ n: number }>('select count(*) as n from survey_response where import_id = $1', [
      wrong,
    ]);
    expect(left!.n).toBe(2000);
    expect(await notAsRecounted(app)).toEqual([]);
    await app.db.query('drop trigger die on survey_undo');
    await app.db.query('update job set run_after = now() where done_at is null');
    await app.runJobs();
    const after = await stateOf(app);
    expect([after.responses, after.rollups]).toEqual([before.responses, before.rollups]);
    expect(await app.db.one('select tally, finished_at is not null as done from survey_undo')).toEqual({
      tally: { gone: 6000, back: 1000, later: 0, unknown: 0 },
      done: true,
    });
    const lines = readFileSync(app.nest.get(UndoneList).path(1), 'utf8').trim().split('\r\n');
    expect(new Set(lines).size).toBe(7001);
    expect(lines).toHaveLength(7001);
  });
});

describe('a worker that is killed in the middle', () => {
  const QUEUE = 'The queue was long';
  const waiting = (kind: string) =>
    app.db.query('select tries from job where kind = $1 and done_at is null and parked_at is null', [kind]);

  /** Its minute passes after which a silent worker is taken for dead, and another does what it left. */
  async function anotherTakesOver(): Promise<void> {
    await app.db.query(`update job set claimed_at = now() - interval '61 seconds' where claimed_at is not null`);
    // Both are due every few minutes; the worker goes by the clock on the wall.
    for (const kind of [READ_COMMENTS, 'feedback.standings']) await app.db.write((tx) => tx.enqueue(kind, {}));
    await app.runJobs();
    expect([await notAsRecounted(app), await notAsWorkedOut(app)]).toEqual([[], []]);
  }

  const aWorker = () => beside(app, 'dist/worker.js');

  beforeAll(async () => {
    await forgetAnswers(app);
    await imported(app, ...Array.from({ length: 40 }, (_, n) => said(`j${n}`, 1 + (n % 5), n % 3 ? QUEUE : '')));
    await app.runJobs();
  });

  it('of an undo leaves every answer as it was, and nothing of it is lost', async () => {
    const before = await stateOf(app);
    const wrong = await imported(app, ...Array.from({ length: 50 }, (_, n) => said(`j${n}`, 2, 'Thank you')));
    await app.runJobs();
    const after = await stateOf(app);
    await app.nest.get(UndoImports).begin([wrong], randomUUID(), nikhil);
    await killAt(app, 'area_day', aWorker);
    expect((await stateOf(app)).responses).toEqual(after.responses);
    expect(await notAsRecounted(app)).toEqual([]);
    await anotherTakesOver();
    expect((await stateOf(app)).responses).toEqual(before.responses);
  });

  it('of a move leaves the answers counted where they were, says that they wait, and moves them later', async () => {
    await app.db.query(
      `update unit_area set area_id = (select id from area where code = 'A2')
        where unit_id = (select id from unit where code = '000001')`,
    );
    await app.db.query('select refresh_unit_place(array(select id from unit))');
    const counted = () =>
      app.db.query(
        'select a.code, sum(responses)::int as n from area_day d join area a on a.id = d.area_id group by 1',
      );
    await app.db.write((tx) => tx.enqueue(MOVE_ANSWERS, {}));
    await killAt(app, 'area_day', aWorker);
    expect(await counted()).toEqual([{ code: 'A1', n: 40 }]);
    expect(await app.db.query('select from answer_move')).toHaveLength(1);
    await anotherTakesOver();
    expect(await counted()).toEqual([{ code: 'A2', n: 40 }]);
  });

  it('of the reading of comments counts none of them twice', async () => {
    await imported(app, ...Array.from({ length: 30 }, (_, n) => said(`q${n}`, 3, QUEUE)));
    await app.db.write((tx) => tx.enqueue(READ_COMMENTS, {}));
    await killAt(app, 'theme_unit_week', aWorker);
    expect(await app.db.query(`select from theme_unit_week where comments > 26`)).toEqual([]);
    expect((await waiting(READ_COMMENTS)).length).toBeGreaterThan(0);
    await anotherTakesOver();
  });
});

describe('an undo while an import runs', () => {
  it('waits, says so, and begins when that ends', async () => {
    const only = await imported(app, said('w1', 5));
    const [told, order]: [string[], string[]] = [[], []];
    let release = () => undefined as void;
    let holds = false;
    const other = app.nest.get(ImportLock).hold(
      async () => {
        holds = true;
        await new Promise<void>((resolve) => (release = resolve));
        order.push('import');
      },
      () => undefined,
    );
    await until(() => holds);
    const undoing = app.nest.get(UndoImports).runNow([only], { ...QUIET, waiting: () => void told.push('waits') });
    await until(() => Promise.resolve(told.length > 0), 10);
    expect(await inForce(app)).toHaveProperty('w1');
    release();
    await Promise.all([other, undoing.then(() => order.push('undo'))]);
    expect(order).toEqual(['import', 'undo']);
    expect(await inForce(app)).not.toHaveProperty('w1');
  });

  it('lets the same file be imported again, at the same moment as another undo', async () => {
    const lines = [said('x1', 5), said('x2', 4)];
    const first = await imported(app, ...lines);
    const [, again] = await Promise.all([undo(app, first), importLines(app, lines)]);
    expect(again.new + again.unchanged).toBe(2);
    expect(await notAsRecounted(app)).toEqual([]);
  });
});
