import { readdirSync, rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config.js';
import { type TestApp, startTestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { importPeople, importUnits, PERSON_HEADER } from './files.js';

let app: TestApp;
let ros: Browserless;
let here: string;
beforeAll(async () => {
  app = await startTestApp();
  await importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,',
  ]);
  await importPeople(app, [
    'ros,Ros Aldous,,000001,administrator,2020-01-01,',
    'grace,Grace Ode,,000001,author,2020-01-01,',
    'dawn,Dawn Mercer,,A1,areaManager,2020-01-01,',
  ]);
  ros = await signIn('ros');
  here = await sent(
    'grace,Grace Ode,,000002,author,2026-03-01,',
    ...Array.from(
      { length: 120 },
      (_, at) => `p${at},"=Per""son, ${at}"`.replace('=', '') + `,,000001,staff,2026-01-01,`,
    ),
    'x,No Unit,,999999,staff,2026-01-01,',
    'dawn,Dawn Mercer-Hale,,A1,areaManager,2020-01-01,',
  );
});
afterAll(() => app.stop());
beforeEach(async () => void (await ros.get('/admin/imports')));

const signIn = async (reference: string) =>
  app.signInAs((await app.db.one<{ id: number }>('select id from person where reference = $1', [reference]))!);

/** A file that has been looked at. @returns its page */
async function sent(...rows: string[]): Promise<string> {
  const { text } = await ros.get('/admin/imports');
  const formToken = /name="formToken" value="([^"]+)"/.exec(text)![1]!;
  const content = [PERSON_HEADER, ...rows, ''].join('\n');
  const answer = await ros.upload('/admin/imports', { name: 'people.csv', content }, { kind: 'people', formToken });
  await app.runJobs();
  return answer.location!;
}

const rowsIn = (text: string) => [...text.matchAll(/<th role="rowheader"/g)].length;

describe('what a file would do', () => {
  it('is shown from its first row on, with how many there are of each kind', async () => {
    const { words, text } = await ros.get(`${here}/changes`);
    expect(words).toContain('What people.csv would do, row by row');
    expect(words).toContain('All rows 123 New 120 Moved 1 Changed 1 Rejected 1');
    expect(words).not.toContain('Ended');
    expect(words).toContain('Grace Ode grace Change Moved What happens Moves from 000001 to 000002 on 1 March 2026');
    expect(words).toContain('Per"son, 0 p0 Change New What happens At 000001 from 1 January 2026 Line 3');
    expect(words).toContain('Showing 1 to 50 of 123.');
    expect(rowsIn(text)).toBe(50);
  });

  it('is paged forwards and back again', async () => {
    const first = await ros.get(`${here}/changes?kind=new`);
    expect(first.text).toContain(`href="${here}/changes?kind&#x3D;new&amp;page&#x3D;2" rel="next"`);
    expect(first.text).not.toContain('rel="prev"');
    const last = await ros.get(`${here}/changes?kind=new&page=3`);
    expect(last.words).toContain('Showing 101 to 120 of 120.');
    expect([rowsIn(last.text), last.words.includes('Per"son, 119')]).toEqual([20, true]);
    expect(last.text).not.toContain('rel="next"');
    expect((await ros.get(`${here}/changes?kind=new&page=77`)).words).toContain('Showing 101 to 120 of 120.');
  });

  it.each([
    ['moved', 'Grace Ode grace'],
    ['changed', 'Dawn Mercer-Hale dawn Change Changed What happens At A1: name, role or days change'],
    ['rejected', 'Line 123 unit_code Change Rejected What happens There is no unit with the code 999999.'],
  ])('is narrowed to what is %s', async (kind, row) => {
    const { words, text } = await ros.get(`${here}/changes?kind=${kind}`);
    expect(words).toContain(row);
    expect([rowsIn(text), words.includes('Showing 1 to 1 of 1.')]).toEqual([1, true]);
  });

  it('says when there is none of a kind, and shows all when asked for what is no kind', async () => {
    expect((await ros.get(`${here}/changes?kind=ended`)).words).toContain('No rows of this kind');
    expect((await ros.get(`${here}/changes?kind=none&page=x`)).words).toContain('Showing 1 to 50 of 123.');
  });

  it('is reached from the page of the file, and leads to the whole list as a file', async () => {
    const page = await ros.get(here);
    expect(page.words).toContain('The first 20 of 120. See all 120, page by page');
    expect(page.text).toContain(`href="${here}/changes?kind&#x3D;new"`);
    expect(page.words).toContain('See everything it would do, row by row');
    expect((await ros.get(`${here}/changes`)).text).toContain(`href="${here}/differences" download`);
    expect((await ros.get(`${here}/differences`)).text.trim().split('\n')).toHaveLength(124);
  });

  it('tells who has read it', async () => {
    const looks = () => app.db.query(`select 1 from audit_entry where action = 'files.readRejects'`);
    const before = (await looks()).length;
    await ros.get(`${here}/changes`);
    expect(await looks()).toHaveLength(before + 1);
  });
});

describe('what a file has done', () => {
  it('can be looked through afterwards, and is said to be gone when its list is', async () => {
    const path = await sent('sam,Sam Kaur,,000001,staff,2026-01-01,');
    await ros.get(path);
    await ros.post(`${path}/takings`);
    await app.runJobs();
    expect((await ros.get(path)).words).toContain('See everything it did, row by row');
    expect((await ros.get(`${path}/changes`)).words).toContain('What people.csv did, row by row');
    const lists = `${app.nest.get(Config).dataDir}/rejects`;
    for (const name of readdirSync(lists)) rmSync(`${lists}/${name}`);
    const gone = await ros.get(`${path}/changes`);
    expect([gone.status, gone.words]).toEqual([404, expect.stringContaining('its list has been deleted by now')]);
  });

  it('is nothing for a file that changed nothing', async () => {
    const path = await sent('ros,Ros Aldous,,000001,administrator,2020-01-01,');
    expect((await ros.get(`${path}/changes`)).status).toBe(404);
  });
});

describe('an outsider', () => {
  it('finds no rows, whether there are any or not', async () => {
    for (const reference of ['grace', 'dawn']) {
      const other = await signIn(reference);
      for (const path of [`${here}/changes`, `${here}/changes?kind=new&page=2`, '/admin/imports/999/changes'])
        expect((await other.get(path)).status).toBe(404);
    }
    expect((await (await signIn('grace')).get(here)).text).not.toContain('/changes');
    for (const path of ['/admin/imports/0/changes', '/admin/imports/x/changes'])
      expect((await ros.get(path)).status).toBe(404);
  });
});
