import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aReadingCourse, publish } from '../factories/courses.js';
import { Standings } from '../../src/feedback/standings/standings.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { everyRow, importPeople, importUnits, PERSON_HEADER, undoImport } from './files.js';

let app: TestApp;
let ros: Browserless;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A2,Coast,000002,Millbridge,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'ros,Ros Aldous,,000001,administrator,2020-01-01,',
    'grace,Grace Ode,grace@example.org,000001,author,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
  ]);
  ros = await signedIn('ros');
});
afterAll(() => app.stop());

const idOf = async (reference: string) =>
  (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!.id;
const signedIn = async (reference: string) => app.signInAs(await idOf(reference));
const events = (kind: string) =>
  app.db.query<{ body: object }>('select body from event where kind = $1 order by id', [kind]);

/** Sends a file of people through the page and takes it over. @returns its page */
async function taken(...rows: string[]): Promise<string> {
  const { text } = await ros.get('/admin/imports');
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
  const file = { name: 'people.csv', content: [PERSON_HEADER, ...rows, ''].join('\n') };
  const { location } = await ros.upload('/admin/imports', file, { kind: 'people', formToken });
  await app.runJobs();
  await ros.get(location!);
  await ros.post(`${location}/takings`);
  await app.runJobs();
  return location!;
}

describe('the last import of people', () => {
  it('says what undoing would do, does it, and says that it is done', async () => {
    const before = await everyRow(app);
    const here = await taken('sam,Sam Kaur,,000001,staff,2026-01-01,', 'grace,Grace Oduya,,000002,author,2026-05-01,');
    const page = await ros.get(here);
    expect(page.text).toContain(`href="${here}/undo"`);
    const plan = await ros.get(`${here}/undo`);
    expect(plan.words).toContain('Named as before: 1 person.');
    expect(plan.words).toContain('Taken out: 1 person.');
    expect(plan.words).toContain('Taken out: 3 posts.');
    expect(plan.words).toContain('Put back: 1 post.');
    const sent = await ros.post(`${here}/undo`);
    expect([sent.status, sent.location]).toEqual([303, here]);
    expect((await ros.get(here)).words).toContain('Undoing the import');
    await app.runJobs();
    expect((await ros.get(here)).words).toContain('Undone');
    expect(await everyRow(app)).toEqual(before);
    expect((await ros.get(`${here}/undo`)).words).toContain('Undone');
    expect((await ros.post(`${here}/undo`)).status).toBe(422);
    expect(
      await app.db.one(`select actor_id, detail -> 'changeId' is not null as known from audit_entry
                         where action = 'people.undoImport' order by id desc limit 1`),
    ).toEqual({ actor_id: await idOf('ros'), known: true });
    expect(await events('network.importUndone')).toHaveLength(1);
  });

  it('is undone once, however often it is asked for', async () => {
    await importPeople(app, ['kim,Kim Poe,,000001,staff,2026-01-01,']);
    expect(await undoImport(app, 'people')).toMatchObject({ undoneBefore: null });
    const before = (await events('network.importUndone')).length;
    expect(await undoImport(app, 'people')).toMatchObject({ undoneBefore: expect.any(String), rows: [] });
    expect((await events('network.importUndone')).length).toBe(before);
  });

  it('is not touched by a file that changed nothing', async () => {
    const here = await taken('lee,Lee Fox,,000001,staff,2026-01-01,');
    const again = await taken('lee,Lee Fox,,000001,staff,2026-01-01,');
    expect((await ros.get(again)).text).not.toContain(`${again}/undo`);
    expect((await ros.get(here)).text).toContain(`${here}/undo`);
    const refused = await ros.get(`${again}/undo`);
    expect(refused.words).toContain('Only the last import can be undone, and people.csv was imported after it');
    await undoImport(app, 'people');
    expect((await ros.get(here)).words).toContain('Undone');
  });

  it('frees whoever was assigned something because of it, and asks first', async () => {
    await publish(app, aReadingCourse({ slug: 'for-all', title: 'For all' }));
    const course = await app.db.one<{ id: number }>(`select id from course where slug = 'for-all'`);
    await app.db.query(
      `with made as (insert into assignment (form_token, course_id, reason, due_on, made_by, made_at)
         values ('t1', $1, 'For all', '2027-03-01', $2, '2027-02-01') returning id)
       insert into assignment_place (assignment_id, network) select id, true from made`,
      [course!.id, await idOf('grace')],
    );
    const here = await taken('moe,Moe Day,,000001,staff,2026-01-01,', 'nia,Nia Roe,,000002,staff,2026-01-01,');
    const nia = await idOf('nia');
    expect(await app.db.query('select 1 from requirement where person_id = $1', [nia])).toHaveLength(1);
    const plan = await ros.get(`${here}/undo`);
    expect(plan.words).toContain('2 people who came with this import have done something here since');
    expect(plan.words).toContain('2 have been assigned training');
    await ros.post(`${here}/undo`);
    await app.runJobs();
    expect((await ros.get(here)).words).toContain('They can stay without a post while everything else is undone');
    expect(await app.db.query('select 1 from posting where person_id = $1', [nia])).toHaveLength(1);
    await ros.post(`${here}/undo`, { leave: 'yes' });
    await app.runJobs();
    expect((await ros.get(here)).words).toContain('Undone');
    expect(await app.db.query('select 1 from posting where person_id = $1', [nia])).toHaveLength(0);
    expect(await app.db.one('select closed_how from requirement where person_id = $1', [nia])).toEqual({
      closed_how: 'ended',
    });
  });

  it('cannot be undone over what was changed by hand since', async () => {
    await importPeople(app, ['oli,Oli Pym,,000001,staff,2026-01-01,']);
    await app.db.query(`update person set name = 'Oliver Pym' where reference = 'oli'`);
    await expect(undoImport(app, 'people')).rejects.toThrow('has been changed again since');
  });
});

describe('the last import of units', () => {
  it('takes places back with their days, and tells on which days units stood elsewhere', async () => {
    const before = await everyRow(app);
    await importUnits(app, [
      'R1,North,A2,Coast,000001,Ashbridge Road,branch,england,2026-03-01,',
      'R2,South,A9,Downs,000009,Chalkford,branch,england,2026-03-01,',
    ]);
    const [there] = (await events('network.unitPlacesChanged')).slice(-1);
    expect(await daysOf(there!)).toEqual([{ code: '000001', days: '{[2026-03-01,)}' }]);
    expect(await undoImport(app, 'network')).toMatchObject({ stay: [], undoneBefore: null });
    expect(await everyRow(app)).toEqual(before);
    const [back] = (await events('network.unitPlacesChanged')).slice(-1);
    expect(back).not.toEqual(there);
    expect(await daysOf(back!)).toEqual([{ code: '000001', days: '{[2026-03-01,)}' }]);
  });

  const daysOf = ({ body }: { body: object }) =>
    app.db.query(
      `select u.code, c.days::text from network_change_unit c join unit u on u.id = c.unit_id where c.change_id = $1`,
      [(body as { changeId: number }).changeId],
    );

  it('waits for the people who came to work in them', async () => {
    await importUnits(app, ['R1,North,A1,Moors,000010,Newbridge,branch,england,2026-01-01,']);
    await importPeople(app, ['pip,Pip Orr,,000010,staff,2026-02-01,']);
    await expect(undoImport(app, 'network')).rejects.toThrow('Undo the import of people that put them there first');
    expect(await undoImport(app, 'network', { dryRun: true })).toMatchObject({
      holding: [{ target: 'unit', group: 'network.posts', n: 1 }],
    });
    await undoImport(app, 'people');
    await undoImport(app, 'network');
    expect(await app.db.one(`select 1 from unit where code = '000010'`)).toBeNull();
  });

  it('takes with them what was only worked out about them', async () => {
    app.clock.set('2026-11-22T10:00:00Z');
    await importUnits(app, ['R1,North,A1,Moors,000012,Highbridge,branch,england,2026-01-01,']);
    await app.nest.get(Standings).fill(app.clock.today());
    const kept = `select 1 as here from unit_standing s join unit u on u.id = s.unit_id where u.code = '000012'`;
    expect(await app.db.query(kept)).toEqual([{ here: 1 }]);
    expect(await undoImport(app, 'network')).toMatchObject({ stay: [], holding: [] });
    expect(await app.db.query(kept)).toEqual([]);
  });

  it('leaves a unit that is in use, without a place, when somebody says so', async () => {
    await importUnits(app, ['R1,North,A1,Moors,000011,Oldbridge,branch,england,2026-01-01,']);
    await app.db.query(
      `insert into unit_action (unit_id, recorded_by, recorded_at, happened_on, words, form_token)
       select id, $1, now(), current_date, 'Asked', gen_random_uuid() from unit where code = '000011'`,
      [await idOf('ros')],
    );
    await expect(undoImport(app, 'network')).rejects.toThrow('is in use since');
    expect(await undoImport(app, 'network', { leave: true })).toMatchObject({ stay: [{ target: 'unit', n: 1 }] });
    expect(await app.db.one(`select name from unit where code = '000011'`)).toEqual({ name: 'Oldbridge' });
    expect(
      await app.db.query(`select 1 from unit_place p join unit u on u.id = p.unit_id where u.code = '000011'`),
    ).toEqual([]);
  });
});

describe('an outsider', () => {
  it('undoes nothing and sees no way to', async () => {
    const here = await taken('zed,Zed Ash,,000001,staff,2026-01-01,');
    const grace = await signedIn('grace');
    expect((await grace.get(here)).text).not.toContain('/undo');
    await grace.get('/admin/imports');
    for (const other of [grace, await signedIn('dawn')]) {
      expect((await other.get(`${here}/undo`)).status).toBe(403);
      expect((await other.post(`${here}/undo`)).status).toBe(403);
    }
    for (const path of ['/admin/imports/0/undo', '/admin/imports/999/undo', '/admin/imports/x/undo'])
      expect((await ros.get(path)).status).toBe(404);
    expect((await ros.post(`${here}/undo`, { leave: 'perhaps' })).status).toBe(422);
    expect(await app.db.one(`select name from person where reference = 'zed'`)).toEqual({ name: 'Zed Ash' });
  });

  it('finds nothing to undo where nothing was imported', async () => {
    const { text } = await ros.get('/admin/imports');
    const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
    const file = { name: 'none.csv', content: `${PERSON_HEADER}\n` };
    const { location } = await ros.upload('/admin/imports', file, { kind: 'people', formToken });
    await app.runJobs();
    expect((await ros.get(`${location}/undo`)).status).toBe(404);
  });
});
