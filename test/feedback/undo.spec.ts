import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { UndoneImportsQueries } from '../../src/feedback/undo/undo.queries.js';
import { Database } from '../../src/platform/database/database.js';
import { RetentionRules } from '../../src/platform/privacy/retention.js';
import { importPeople } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aSmallNetwork, importLines, wrongCells } from './imports.js';
import { forgetAnswers, imported, inForce, said, undo } from './undo-world.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await aSmallNetwork(app);
});
afterAll(() => app.stop());
beforeEach(() => forgetAnswers(app));
afterEach(async () => expect(await wrongCells(app)).toEqual([]));

const FORGOTTEN = `select week from unit_standing s join unit u on u.id = s.unit_id where u.code = '000001'`;

const plan = (...ids: number[]) => app.nest.get(UndoneImportsQueries).plan(ids);

describe('an import that is undone', () => {
  it('takes the answers that it added along, and gives those that it corrected their old values back', async () => {
    await imported(app, said('a', 5, 'Quick'), said('b', 4));
    const before = await app.db.query('select * from unit_week');
    const wrong = await imported(app, said('a', 1, 'Slow'), said('c', 2), said('b', 4));
    expect(await inForce(app)).toEqual({ a: '1 Slow', b: 4, c: 2 });
    expect(await plan(wrong)).toEqual({ gone: 1, back: 1, later: 0, unknown: 0 });
    expect(await undo(app, wrong)).toEqual({ gone: 1, back: 1, later: 0, unknown: 0 });
    expect(await inForce(app)).toEqual({ a: '5 Quick', b: 4 });
    expect(await app.db.query('select * from unit_week')).toEqual(before);
    expect(await app.db.query('select id from survey_response_history')).toEqual([]);
  });

  it('leaves what a later import has changed since, and the history leads back past it', async () => {
    const first = await imported(app, said('a', 1), said('b', 1));
    const second = await imported(app, said('a', 2));
    const third = await imported(app, said('a', 3));
    expect(await plan(second)).toEqual({ gone: 0, back: 0, later: 1, unknown: 0 });
    await undo(app, second);
    expect(await inForce(app)).toEqual({ a: 3, b: 1 });
    expect(await undo(app, third)).toMatchObject({ back: 1 });
    expect(await inForce(app)).toEqual({ a: 1, b: 1 });
    await undo(app, first);
    expect(await inForce(app)).toEqual({});
  });

  it('stays where only a later import holds the answer, until that is undone too', async () => {
    const first = await imported(app, said('a', 1), said('b', 1));
    const second = await imported(app, said('a', 2));
    expect(await undo(app, first)).toEqual({ gone: 1, back: 0, later: 1, unknown: 0 });
    expect(await inForce(app)).toEqual({ a: 2 });
    expect(await undo(app, second)).toMatchObject({ gone: 1 });
    expect(await inForce(app)).toEqual({});
  });

  it('can be imported again, and then corrects and adds as before', async () => {
    await imported(app, said('a', 5));
    const lines = [said('a', 1), said('c', 2)];
    const wrong = await imported(app, ...lines);
    await undo(app, wrong);
    expect(await importLines(app, lines)).toMatchObject({ new: 1, changed: 1, unchanged: 0 });
    expect(await inForce(app)).toEqual({ a: 1, c: 2 });
  });

  it('moves an answer back to the week and the unit from which it was moved', async () => {
    await imported(app, said('a', 5));
    const moved = await imported(app, 'a,PP1,28/12/2026 09:30,5,,,');
    expect(await app.db.query('select week from unit_week')).toEqual([{ week: '2026-12-28' }]);
    await undo(app, moved);
    expect(await app.db.query('select week, u.code from unit_week w join unit u on u.id = w.unit_id')).toEqual([
      { week: '2027-01-04', code: '000001' },
    ]);
  });

  it('is refused a second time', async () => {
    const only = await imported(app, said('a', 5));
    await undo(app, only);
    await expect(undo(app, only)).rejects.toThrow(/Somebody has done that already/);
  });

  it('is noted with who, when and how many, told to whoever waits for it, and forgets how units stood', async () => {
    const only = await imported(app, said('a', 5));
    await app.runJobs();
    await undo(app, only);
    expect(await app.db.query(FORGOTTEN)).toEqual([]);
    expect(
      await app.db.one(
        `select action, subject_id as id, detail from audit_entry where action = 'feedback.undoImport' order by audit_entry.id desc limit 1`,
      ),
    ).toMatchObject({ id: String(only), detail: { gone: 1, back: 0, later: 0, unknown: 0, imports: 1 } });
    expect(
      await app.db.query(
        `select from event e join survey_undo u on u.id = (e.body ->> 'undoId')::int where kind = 'feedback.answersUndone'`,
      ),
    ).toHaveLength(1);
    expect(await app.nest.get(UndoneImportsQueries).one(only, app.clock.now())).toMatchObject({
      undo: { finishedAt: app.clock.now(), tally: { gone: 1 } },
    });
  });
});

describe('what privacy has deleted', () => {
  const retire = async (kind: string, before: string) => {
    const rule = app.nest.get(RetentionRules).find(kind)!;
    await app.nest.get(Database).write((tx) => rule.apply(tx, new Date(before), 1000));
  };

  it('does not come back: erased words stay erased, also in values from before', async () => {
    await imported(app, said('a', 5, 'Quick'));
    const second = await imported(app, said('a', 1, 'Slow'));
    await retire('feedback.comments', '2027-02-01');
    await undo(app, second);
    expect(await app.db.query('select ease, comment from survey_response')).toEqual([{ ease: 5, comment: '' }]);
  });

  it('leaves the corrected values in force where nobody knows the old ones any more, until all is undone', async () => {
    const first = await imported(app, said('a', 5), said('b', 5));
    const second = await imported(app, said('a', 1), said('c', 1));
    await retire('feedback.corrected', '2027-03-01');
    expect(await plan(second)).toEqual({ gone: 1, back: 0, later: 0, unknown: 1 });
    expect(await undo(app, second)).toEqual({ gone: 1, back: 0, later: 0, unknown: 1 });
    expect(await inForce(app)).toEqual({ a: 1, b: 5 });
    expect(await undo(app, first)).toMatchObject({ gone: 2 });
    expect(await inForce(app)).toEqual({});
  });
});

describe('a corrected answer', () => {
  it('says when it was corrected and what it was, on the page of its unit and in its file', async () => {
    await imported(app, said('a', 2));
    app.clock.set('2027-02-11T10:00:00Z');
    const second = await imported(app, said('a', 4));
    const boss = await app.signInAs(await somebody());
    const page = '/feedback/responses?unit=000001';
    expect((await boss.get(page)).words).toContain('Corrected on 11 February 2027: Ease was 2 of 5.');
    expect((await boss.get(page.replace('?', '.csv?'))).text).toContain(
      'Corrected on 11 February 2027: Ease was 2 of 5.',
    );
    await undo(app, second);
    expect((await boss.get(page)).words).not.toContain('Corrected');
  });
});

/** An analyst, who reads the answers of every unit. */
async function somebody(): Promise<number> {
  await importPeople(app, ['nik,Nikhil Rao,,000001,analyst,2020-01-01,']);
  return (await app.db.one<{ id: number }>(`select id from person where reference = 'nik'`))!.id;
}
