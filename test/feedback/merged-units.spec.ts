import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFile, importNetworkFile, UNIT_HEADER } from '../network/files.js';
import { ask, startApi, tokenFor } from '../api/api-world.js';
import type { TestApp } from '../support/app.js';
import { importLines, textOf, wrongCells } from './imports.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApi();
  const rows = [
    'R1,North,A1,Moors,000011,Ashford,branch,england,2020-01-01,2026-10-31,000012',
    'R1,North,A2,Coast,000012,Newport,branch,england,2020-01-01,2026-12-31,000013',
    'R1,North,A2,Coast,000013,Cwmbran,branch,wales,2020-01-01,,',
    'R1,North,A1,Moors,000014,Fell,branch,england,2020-01-01,2026-10-31,',
  ];
  await importNetworkFile(app, aFile([`${UNIT_HEADER},merged_into`, ...rows, ''].join('\n')));
});
afterAll(() => app.stop());

const answer = (id: string, unit: string, day: string) => `${id},${unit},${day} 09:30,5,delighted,4,`;
const LINES = [
  answer('r1', '000011', '31/10/2026'),
  answer('r2', '000011', '01/11/2026'),
  answer('r3', '000011', '31/12/2026'),
  answer('r4', '000011', '01/01/2027'),
  answer('r5', '000012', '01/01/2027'),
  answer('r6', '000014', '31/10/2026'),
  answer('r7', '000014', '01/11/2026'),
];

const counted = () =>
  app.db.query<{ unit: string; n: number }>(
    `select u.code as unit, count(*)::int as n from survey_response r join unit u on u.id = r.unit_id group by 1 order by 1`,
  );

describe('answers that name units which have closed or merged', () => {
  it('count there until the last day, then in what it merged into, and are rejected where nothing took over', async () => {
    const result = await importLines(app, LINES);
    expect(result).toMatchObject({ read: 7, new: 6, rejected: 1 });
    expect(result.merged?.map(({ name, into, countsIn, n }) => [name, into.name, countsIn.name, n])).toEqual([
      ['Ashford', 'Newport', 'Newport', 2],
      ['Ashford', 'Newport', 'Cwmbran', 1],
      ['Newport', 'Cwmbran', 'Cwmbran', 1],
    ]);
    expect(textOf(result.rejects)).toContain('Fell (000014) closed on 2026-10-31 and merged into no other unit.');
    expect(await counted()).toEqual([
      { unit: '000011', n: 1 },
      { unit: '000012', n: 2 },
      { unit: '000013', n: 2 },
      { unit: '000014', n: 1 },
    ]);
    expect(await wrongCells(app)).toEqual([]);
  });

  it('change nothing the second time, and say the same', async () => {
    const result = await importLines(app, LINES);
    expect(result).toMatchObject({ new: 0, changed: 0, unchanged: 6 });
    expect(result.merged).toHaveLength(3);
  });

  it('go where the network says by now when their file comes again after a merger was taken back', async () => {
    await importNetworkFile(
      app,
      aFile(
        `${UNIT_HEADER},merged_into\nR1,North,A1,Moors,000011,Ashford,branch,england,2020-01-01,2026-10-31,000013\n`,
      ),
    );
    expect(await importLines(app, LINES)).toMatchObject({ changed: 2, unchanged: 4 });
    expect(await wrongCells(app)).toEqual([]);
  });
});

describe('answers that landed before their unit’s merger was known', () => {
  const line = answer('s1', '000015', '05/01/2027');
  const row = 'R1,North,A1,Moors,000015,Tarn,branch,england,2020-01-01';
  const units = (rest: string) =>
    importNetworkFile(app, aFile([`${UNIT_HEADER},merged_into`, `${row},${rest}`, ''].join('\n')));

  it('move to the successor when their file comes again', async () => {
    await units(',');
    expect(await importLines(app, [line])).toMatchObject({ new: 1 });
    await units('2026-12-31,000013');
    expect(await importLines(app, [line])).toMatchObject({ changed: 1, merged: [{ name: 'Tarn', n: 1 }] });
    expect((await counted()).find(({ unit }) => unit === '000015')).toBeUndefined();
    expect(await wrongCells(app)).toEqual([]);
  });
});

describe('answers that a program sends', () => {
  const send = (token: string, responses: unknown[]) =>
    ask(app, 'POST', '/api/v1/responses', { token, body: { source: 'API survey', responses } });

  it('count in what their unit merged into, and the answer says so by code', async () => {
    const token = await tokenFor(app, ['responses:write']);
    const { status, json } = await send(token, [
      { responseId: 'A-1', unit: '000012', at: '2026-12-31T09:30:00Z', ease: 4 },
      { responseId: 'A-2', unit: '12', at: '2027-01-02T09:30:00Z', ease: 4 },
      { responseId: 'A-3', unit: '000012', at: '2027-01-02T09:30:00Z', ease: 4 },
      { responseId: 'A-4', unit: '000014', at: '2027-01-02T09:30:00Z', ease: 4 },
    ]);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      new: 2,
      rejects: [
        { index: 1 },
        { index: 3, reason: 'Fell (000014) closed on 2026-10-31 and merged into no other unit.' },
      ],
      merged: [{ unit: '000012', mergedOn: '2026-12-31', mergedInto: '000013', countsIn: '000013', responses: 1 }],
    });
  });
});
