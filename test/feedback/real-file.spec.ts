import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { ResponseImports } from '../../src/feedback/imports/response-import.service.js';
import { importPeople, importUnits } from '../network/files.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { stateOf, wrongCells } from './imports.js';

const FILE = '../shared/data/responses/gp-friends-and-family.csv';
const there = existsSync(FILE);
if (!there) process.stderr.write(`Skipped: the real answers of ${FILE} are not on this machine.\n`);

(there ? describe : describe.skip)('3,882 real answers about eleven surgeries', () => {
  let app: TestApp;
  const mapping: unknown = JSON.parse(readFileSync('test/fixtures/gp-friends-and-family.mapping.json', 'utf8'));
  const run = () =>
    app.nest
      .get(ResponseImports)
      .run(
        { path: FILE, source: 'GP FFT', mapping, dryRun: false },
        { waiting: () => undefined, rows: () => undefined },
      );

  beforeAll(async () => {
    app = await startTestApp();
    const rows = parse(readFileSync(FILE), { columns: true, bom: true }) as { surgery: string }[];
    const names = [...new Set(rows.map(({ surgery }) => surgery))];
    await importUnits(
      app,
      names.map((name, i) => `GP,Surgeries,GP1,London,9000${String(i + 10)},"${name}",branch,england,2020-01-01,`),
    );
  });
  afterAll(() => app.stop());

  it('are all read, with the emotions counted', async () => {
    expect(await run()).toEqual({
      read: 3882,
      new: 3882,
      changed: 0,
      unchanged: 0,
      rejected: 0,
      withEmotion: 3863,
      withoutEmotion: 19,
      emotions: { delighted: 2616, satisfied: 901, neutral: 181, disappointed: 94, irritated: 71 },
      rejects: null,
    });
    expect(await wrongCells(app)).toEqual([]);
  });

  it('change nothing when they come again', async () => {
    const before = await stateOf(app);
    expect(await run()).toMatchObject({ read: 3882, new: 0, changed: 0, unchanged: 3882 });
    const after = await stateOf(app);
    expect(after.responses).toEqual(before.responses);
    expect(after.rollups).toEqual(before.rollups);
  });

  it('stand with the same counts on the pages of the surgeries', async () => {
    await importPeople(app, ['nik,Nikhil Rao,,900010,analyst,2020-01-01,']);
    const nikhil = await app.signInAs((await app.db.one<{ id: number }>(`select id from person`))!);
    const totals = {
      Responses: 0,
      'With an emotion': 0,
      Delighted: 0,
      Satisfied: 0,
      Neutral: 0,
      Disappointed: 0,
      Irritated: 0,
    };
    for (let code = 900010; code < 900021; code += 1) {
      const { words } = await nikhil.get(`/units/${code}`);
      const counted = /Answers counted.*/.exec(words)?.[0] ?? '';
      for (const name of Object.keys(totals) as (keyof typeof totals)[]) {
        totals[name] += Number(new RegExp(`${name} ([\\d,]+)`).exec(counted)?.[1]?.replace(',', '') ?? NaN);
      }
    }
    expect(totals).toEqual({
      Responses: 3882,
      'With an emotion': 3863,
      Delighted: 2616,
      Satisfied: 901,
      Neutral: 181,
      Disappointed: 94,
      Irritated: 71,
    });
  });

  it('count the same for each surgery as the file does', async () => {
    const rows = await app.db.query<{ name: string; n: number }>(
      `select u.name, sum(w.responses)::int as n from unit_week w join unit u on u.id = w.unit_id group by u.name`,
    );
    const counts = Object.fromEntries(rows.map(({ name, n }) => [name, n]));
    expect(counts).toMatchObject({ 'Earls Court Surgery': 1270, 'Knightsbridge Medical Centre': 61 });
    expect(rows).toHaveLength(11);
  });
});
