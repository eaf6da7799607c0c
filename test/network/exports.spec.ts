import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NetworkFiles } from '../../src/network/exports/network-files.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aFile, everyRow, importNetworkFile, importPeople, importPeopleFile, importUnits } from './files.js';
import { ALL_PLACES, personRows, unitRows } from './histories.js';

let app: TestApp;
let elsewhere: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  elsewhere = await startTestApp();
  await importUnits(app, ALL_PLACES);
});
afterAll(async () => {
  await app.stop();
  await elsewhere.stop();
});

const written = async (kind: 'units' | 'people', day: string | null = null) => {
  let text = '';
  for await (const chunk of app.nest.get(NetworkFiles)[kind](day).chunks()) text += chunk;
  return text;
};

const NOTHING_NEW = { new: 0, moved: 0, changed: 0, rejected: 0 };

describe('what is exported', () => {
  it('says nothing new when it is imported again, whatever has happened before', async () => {
    await fc.assert(
      fc.asyncProperty(unitRows, personRows, personRows, async (units, first, second) => {
        await importUnits(app, units);
        await importPeople(app, first);
        await importPeople(app, second);
        expect(await importNetworkFile(app, aFile(await written('units')))).toMatchObject(NOTHING_NEW);
        expect(await importPeopleFile(app, aFile(await written('people')))).toMatchObject(NOTHING_NEW);
      }),
      { numRuns: 12 },
    );
  });

  it('names first, of two jobs from one day, the one that follows a third as the main one', async () => {
    await importPeople(app, [
      'heir,Heir Ames,,000002,postmaster,2024-02-12,2024-09-30',
      'heir,Heir Ames,,000003,staff,2024-09-03,',
      'heir,Heir Ames,,A2,areaManager,2024-09-03,',
    ]);
    const lines = (await written('people')).split('\r\n').filter((line) => line.startsWith('heir,'));
    expect(lines.map((line) => line.split(',')[4])).toEqual(['postmaster', 'staff', 'areaManager']);
  });

  it('makes the same network of an empty database, main posts and all', async () => {
    await importNetworkFile(elsewhere, aFile(await written('units')));
    await importPeopleFile(elsewhere, aFile(await written('people')));
    const [there, here] = [await everyRow(elsewhere), await everyRow(app)];
    for (const table of ['unit', 'unitPlace', 'person', 'posting']) expect(there[table]).toEqual(here[table]);
  });

  it('is what holds on a day, when it is asked for one', async () => {
    const lines = (await written('people', '2024-03-01')).trim().split('\r\n');
    expect(lines[0]).toBe('reference,name,email,unit_code,role,from,to');
    const held = await app.db.one<{ n: number }>(
      `select count(*) as n from (select distinct person_id, unit_id, area_id, role from posting
        where valid @> date '2024-03-01') held`,
    );
    expect(lines).toHaveLength(held!.n + 1);
    expect((await written('units', '1999-01-01')).trim().split('\r\n')).toHaveLength(1);
  });
});

describe('the files by page', () => {
  it('are for the administrator, who is recorded; for others there are none', async () => {
    await importPeople(app, [
      'ros,Ros Aldous,,000001,administrator,2020-01-01,',
      'grace,Grace Ode,,000001,author,2020-01-01,',
      'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
    ]);
    const idOf = async (reference: string) =>
      (await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!;
    const ros = await app.signInAs(await idOf('ros'));
    const file = await ros.get('/admin/exports/people.csv');
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(file.headers.get('content-disposition')).toContain('people.csv');
    expect(file.text).toContain('ros,Ros Aldous,,000001,administrator,2020-01-01,\r\n');
    expect((await ros.get('/admin/exports/units.csv?on=2026-01-01')).headers.get('content-disposition')).toContain(
      'units-2026-01-01.csv',
    );
    expect(await app.db.one(`select subject_id, detail from audit_entry where action = 'people.export'`)).toEqual({
      subject_id: 'people.csv',
      detail: { on: null },
    });
    for (const on of ['2026-02-30', 'x', '2026-01-01&on=2026-01-02'])
      expect((await ros.get(`/admin/exports/units.csv?on=${on}`)).status).toBe(404);
    for (const reference of ['grace', 'dawn']) {
      const other = await app.signInAs(await idOf(reference));
      expect((await other.get('/admin/exports/people.csv')).status).toBe(403);
      expect((await other.get('/admin/exports/units.csv')).status).toBe(403);
      expect((await other.get('/admin/imports')).text).not.toContain('/admin/exports');
    }
  });
});
