import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestApp } from '../support/app.js';
import type { Browserless } from '../support/browserless.js';
import { type SignIn, whereAshbridgeSlips } from './world.js';

let app: TestApp;
let dawn: Browserless;
let signIn: SignIn;

beforeAll(async () => void ({ app, signIn, dawn } = await whereAshbridgeSlips()));
afterAll(() => app.stop());

async function rowsOf(browser: Browserless, path: string): Promise<Record<string, string>[]> {
  const { status, headers, text } = await browser.get(path);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
  return parse(text, { bom: true, columns: true }) as Record<string, string>[];
}

describe('the table of a page as a file', () => {
  it('holds the rows of the page in its order, with the figures behind them', async () => {
    const rows = await rowsOf(dawn, '/areas/A07.csv');
    expect(rows.map((row) => row.Name)).toEqual(['Ashbridge', 'Vennelshaw', 'Quietby']);
    expect(rows[0]).toMatchObject({
      Code: '021047',
      Weeks: '4',
      Responses: '180',
      Ease: '67.8',
      'Ease: 95% interval from': '60.6',
      'Ease: change in points': '-14.3',
      'Ease: change in words': 'Down 14.3',
      'Driver to work on': 'Expectations',
      Expectations: '35.6',
    });
  });

  it('says no score where the page says none', async () => {
    const [quiet] = await rowsOf(dawn, '/areas/A07.csv?find=quiet');
    expect(quiet).toMatchObject({ Responses: '4', Ease: '', 'Ease: answers': '', Friendly: '' });
  });

  it('follows the choices in the address: order, filter, weeks', async () => {
    expect((await rowsOf(dawn, '/areas/A07.csv?show=az')).map((row) => row.Name)).toEqual([
      'Ashbridge',
      'Quietby',
      'Vennelshaw',
    ]);
    expect(await rowsOf(dawn, '/areas/A07.csv?only=slipping')).toHaveLength(1);
    expect((await rowsOf(dawn, '/areas/A07.csv?weeks=13'))[0]).toMatchObject({ Weeks: '13' });
  });

  it('is there for a region, the network, the weeks of each, and who finished what', async () => {
    const [regina, nikhil] = [await signIn('regi'), await signIn('nik')];
    expect((await rowsOf(regina, '/regions/R1.csv')).map((row) => row.Code).sort()).toEqual(['A07', 'A08']);
    expect((await rowsOf(nikhil, '/dashboard.csv')).map((row) => row.Code).sort()).toEqual(['R1', 'R2']);
    for (const path of ['/areas/A07/weeks.csv', '/regions/R1/weeks.csv', '/units/021047.csv']) {
      const weeks = await rowsOf(regina, path);
      expect(weeks.at(-1)).toMatchObject({ From: '2027-02-01', To: '2027-02-07' });
    }
    expect((await rowsOf(dawn, '/units/021047/team.csv')).map((row) => row.Name)).toEqual([
      'Ella Mahmood',
      'Imran Weir',
      'Mei Nash',
      'Sam Kaur',
    ]);
  });

  it('is offered beside the table', async () => {
    const { text } = await dawn.get('/areas/A07');
    expect(text).toMatch(/<a [^>]*href="\/areas\/A07\.csv" download>Download \(CSV\)<\/a>/);
    expect(text).toContain('href="/areas/A07/weeks.csv"');
    expect((await dawn.get('/units/021047')).text).toContain('href="/units/021047/team.csv"');
    const sam = await signIn('s0');
    expect((await sam.get('/units/021047')).text).not.toContain('team.csv');
  });

  it('holds exactly the columns that were chosen, and the codes', async () => {
    const [ashbridge] = await rowsOf(dawn, '/areas/A07.csv?columns=net.knowledge.responses.overdue.courses');
    expect(Object.keys(ashbridge!)).toEqual([
      ...['Code', 'Name', 'Part of the weeks', 'Weeks', 'Overdue'],
      ...['Course completion: finished', 'Course completion: possible'],
      ...['Net emotion', 'Net emotion: 95% interval from', 'Net emotion: 95% interval to', 'Net emotion: answers'],
      ...['Knowledge', 'Knowledge: 95% interval from', 'Knowledge: 95% interval to', 'Knowledge: answers'],
      'Responses',
    ]);
    expect(ashbridge).toMatchObject({
      Code: '021047',
      'Course completion: possible': '4',
      'Knowledge: answers': '180',
    });
    const [north] = await rowsOf(await signIn('nik'), '/dashboard.csv?columns=courses');
    expect(north).toMatchObject({ 'Course completion: finished': '0', 'Course completion: possible': '5' });
  });

  it('does not run a name as a formula', async () => {
    await app.db.query(`update unit set name = '=1+1' where code = '021049'`);
    expect((await dawn.get('/areas/A07.csv')).text).toContain(`021049,'=1+1,`);
  });
});
