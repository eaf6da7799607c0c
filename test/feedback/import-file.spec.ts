import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closeSync, openSync, writeSync } from 'node:fs';
import { ImportLock } from '../../src/feedback/imports/import-lock.queries.js';
import { SelfCheck } from '../../src/feedback/self-check/self-check.service.js';
import { aFile } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { aSmallNetwork, HEADING, importFile, importLines, MAPPING, stateOf, textOf, wrongCells } from './imports.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await aSmallNetwork(app);
});
afterAll(() => app.stop());
beforeEach(() =>
  app.db.query(
    'truncate survey_response_history, survey_response, unit_week, area_day, survey_import_seen, survey_import cascade',
  ),
);

const WITHOUT_IDS = { ...MAPPING, responseId: undefined };
const GOOD = 'r1,000001,06/01/2027 09:30,5,delighted,4,Quick and kind';

describe('a file of answers', () => {
  it('lands whatever separates its cells, with a byte order mark or without', async () => {
    const cells = [HEADING.split(','), GOOD.split(',')];
    for (const [mark, separator] of [
      ['', ','],
      ['\uFEFF', ';'],
      ['', '\t'],
    ] as const) {
      await app.db.query('truncate survey_response_history, survey_response, unit_week, area_day cascade');
      const text = mark + cells.map((row) => row.join(separator)).join('\r\n');
      expect(await importFile(app, aFile(text))).toMatchObject({ read: 1, new: 1, rejected: 0 });
    }
    expect(await app.db.one('select ease_top, delighted, friendly_sum, week from unit_week')).toEqual({
      ease_top: 1,
      delighted: 1,
      friendly_sum: 4,
      week: '2027-01-04',
    });
  });

  it('keeps line breaks inside quotation marks and masks what could reach a person', async () => {
    await importLines(app, ['r1,000001,06/01/2027 09:30,5,,,"Lovely.\nRing me on 07700 900123, SW1A 1AA"']);
    expect(await app.db.one('select comment from survey_response')).toEqual({
      comment: 'Lovely.\nRing me on [phone number], [postcode]',
    });
  });

  it('lands the good lines and lists the bad ones with line, column and reason', async () => {
    const result = await importLines(app, [
      GOOD,
      'r2,999999,06/01/2027 09:30,5,,,"two\nlines"',
      'r3,000001,31/02/2027 09:30,5,,,',
      'r4,000001,06/01/2027 09:30,7,,,=HYPERLINK()',
      'r5,000001,06/01/2027 09:30,N/A,,,',
      'r6,000001,06/01/2027',
      'r1,000001,06/01/2027 10:30,1,,,',
      'r7,000002,06/01/2027 09:30,4,,,',
    ]);
    expect(result).toMatchObject({ read: 8, new: 2, rejected: 6, withEmotion: 1, withoutEmotion: 1 });
    expect(
      textOf(result.rejects)
        .trim()
        .split(/\n(?=\d)/),
    ).toEqual([
      'line,column,reason,branch,when,id,easy,felt,friendly,said',
      '3,branch,No unit has the code “999999”.,999999,06/01/2027 09:30,r2,5,,,"two\nlines"',
      '5,when,“31/02/2027 09:30” is not a date and time like dd/MM/yyyy HH:mm between 2000 and 2100.,000001,31/02/2027 09:30,r3,5,,,',
      "6,easy,“7” is not an answer that the mapping knows for ease.,000001,06/01/2027 09:30,r4,7,,,'=HYPERLINK()",
      '8,,The line has 3 cells and the heading has 7.,000001,06/01/2027,r6,,,,',
      '9,id,"The response id “r1” came earlier in this file; the first line with it was taken.",000001,06/01/2027 10:30,r1,1,,,',
      '10,branch,Millbridge (000002) closed on 2026-06-01 and merged into no other unit.,000002,06/01/2027 09:30,r7,4,,,',
    ]);
  });

  it('changes nothing when it comes again, and keeps what a correction replaced', async () => {
    await importLines(app, [GOOD]);
    expect(await importLines(app, [GOOD])).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    const corrected = 'r1,PP1,28/12/2026 09:30,2,irritated,4,Quick and kind';
    expect(await importLines(app, [corrected])).toMatchObject({ new: 0, changed: 1, unchanged: 0 });
    expect(await app.db.one(`select old->>'ease' as ease, old->>'week' as week from survey_response_history`)).toEqual({
      ease: '5',
      week: '2027-01-04',
    });
    expect(await app.db.query('select week, ease_top, irritated from unit_week')).toEqual([
      { week: '2026-12-28', ease_top: 0, irritated: 1 },
    ]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('counts equal lines without an id as different customers, once each', async () => {
    const mapping = WITHOUT_IDS;
    const lines = [GOOD, GOOD, GOOD.replace('r1', 'r9')];
    expect(await importLines(app, lines, { mapping })).toMatchObject({ new: 3 });
    expect(await importLines(app, lines, { mapping })).toMatchObject({ new: 0, unchanged: 3 });
    expect(await importLines(app, [...lines, GOOD], { mapping })).toMatchObject({ new: 1, unchanged: 3 });
  });

  it('says in a dry run what it would do and keeps nothing', async () => {
    const result = await importLines(app, [GOOD, 'r2,1,x,,,,'], { dryRun: true });
    expect(result).toMatchObject({ read: 2, new: 1, rejected: 1 });
    expect(await stateOf(app)).toMatchObject({ responses: [], rollups: [], imports: [] });
  });
});

describe('a file that cannot be imported', () => {
  const refused = async (work: Promise<unknown>, words: RegExp) => {
    await expect(work).rejects.toThrow(words);
    expect(await stateOf(app)).toMatchObject({ responses: [], rollups: [], imports: [] });
  };

  it('has no such column', () =>
    refused(
      importFile(app, aFile(`id,branch,when\n1,000001,06/01/2027 09:30\n`)),
      /no column “easy”, “felt”, “friendly” and “said”/,
    ));
  it('is empty', () => refused(importFile(app, aFile('')), /file is empty/));
  it('has nothing below its heading', () => refused(importFile(app, aFile(`${HEADING}\n`)), /no answers below/));
  it('is not there', () => refused(importFile(app, '/nowhere/at-all.csv'), /There is no file/));
  it('is not UTF-8', () =>
    refused(
      importFile(app, aFile(Buffer.from(`${HEADING}\nr1,000001,06/01/2027 09:30,5,,,caf\xe9`, 'latin1'))),
      /isn’t UTF-8/,
    ));
  it('is UTF-16', () => refused(importFile(app, aFile(Buffer.from(`\uFEFF${HEADING}\n`, 'utf16le'))), /UTF-16/));
  it('opens a quotation mark and never closes it', () =>
    refused(importLines(app, [GOOD, 'r2,000001,06/01/2027 09:30,5,,,"oh']), /never closed/));
  it('has a mapping that is wrong', () =>
    refused(
      importLines(app, [GOOD], { mapping: { unit: {}, time: { column: 'when', zone: 'Mars' } } }),
      /unit needs.*zone/s,
    ));

  it('is 100 MB in one line, and takes no memory to find out', async () => {
    const path = aFile(`${HEADING}\n`);
    const file = openSync(path, 'a');
    for (let megabyte = 0; megabyte < 100; megabyte += 1) writeSync(file, 'a'.repeat(1024 * 1024));
    closeSync(file);
    const before = process.memoryUsage().rss;
    await refused(importFile(app, path), /Line 2 is longer than a million characters/);
    expect(process.memoryUsage().rss - before).toBeLessThan(60 * 1024 * 1024);
  });
});

describe('an import that is cut short', () => {
  const lines = Array.from({ length: 12_000 }, (_, i) => {
    const bad = i % 1500 === 7 ? '9' : '4';
    return `,00000${(i % 2) + 1},0${(i % 9) + 1}/02/2026 09:30,${bad},satisfied,5,Same again`;
  });
  const mapping = WITHOUT_IDS;

  it('goes on where it stopped and ends in the same state', async () => {
    const path = aFile([HEADING, ...lines].join('\n'));
    const whole = await importFile(app, path, { mapping });
    const expected = { ...(await stateOf(app)), rejects: textOf(whole.rejects) };
    await app.db.query(
      'truncate survey_response_history, survey_response, unit_week, area_day, survey_import_seen, survey_import cascade',
    );

    const landed: number[] = [];
    const dies = (done: number) => {
      landed.push(done);
      throw new Error('The power went.');
    };
    await expect(importFile(app, path, { mapping, told: { rows: dies } })).rejects.toThrow('The power went.');
    expect(landed[0]).toBeLessThan(12_000);
    expect((await stateOf(app)).imports).toMatchObject([{ rows_read: landed[0], done: false }]);

    const second = await importFile(app, path, { mapping });
    const { events, ...state } = await stateOf(app);
    expect({ ...state, rejects: textOf(second.rejects) }).toEqual({
      responses: expected.responses,
      rollups: expected.rollups,
      imports: expected.imports,
      rejects: expected.rejects,
    });
    expect(events).not.toEqual(expected.events);
    expect({ ...second, rejects: '' }).toEqual({ ...whole, rejects: '' });
    expect(await wrongCells(app)).toEqual([]);
    expect(await app.db.query('select * from survey_import_seen')).toEqual([]);
  });

  it('waits while another one is running', async () => {
    let release: () => void = () => undefined;
    let running = false;
    const first = app.nest.get(ImportLock).hold(
      () => {
        running = true;
        return new Promise<void>((resolve) => (release = resolve));
      },
      () => undefined,
    );
    await until(() => running);
    let waited = 0;
    const second = importLines(app, [GOOD], { told: { waiting: () => (waited += 1) } });
    await until(() => waited > 0);
    expect([waited, (await stateOf(app)).imports]).toEqual([1, []]);
    release();
    await first;
    expect(await second).toMatchObject({ new: 1 });
  });
});

describe('after an import', () => {
  it('a sample of the rollups is checked against the answers', async () => {
    await importLines(app, [GOOD]);
    await app.runJobs();
    const check = app.nest.get(SelfCheck);
    expect(await check.last()).toMatchObject({ cells: 1, differences: 0, checkedAt: '2027-02-10T10:00:00.000Z' });
    await app.db.query('update unit_week set ease_top = 0');
    expect(await check.run()).toMatchObject({ differences: 1, areaDays: { cells: 1, differences: 0 } });
    await app.db.query('delete from unit_week; update area_day set comments = 7');
    expect(await check.run()).toMatchObject({ cells: 1, differences: 1, areaDays: { cells: 1, differences: 1 } });
    await app.db.query('delete from area_day');
    expect(await check.run()).toMatchObject({ areaDays: { cells: 1, differences: 1 } });
  });
});
