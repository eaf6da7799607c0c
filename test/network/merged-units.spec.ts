import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { NetworkFiles } from '../../src/network/exports/network-files.service.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { aFile, everyRow, importNetworkFile, importUnits, undoImport, UNIT_HEADER } from './files.js';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.stop());
beforeEach(() => app.db.query(TABLES.map((table) => `delete from ${table}`).join('; ')));

const TABLES = [
  ...['network_change_row', 'network_change_unit', 'network_change', 'answer_place', 'answer_move', 'unit_merger'],
  ...['unit_place', 'unit_area', 'area_region', 'unit', 'area', 'region'],
];

const NAMES: Record<string, string> = { '000001': 'Ashford', '000002': 'Newport', '000003': 'Cwmbrwyn' };

const unit = (code: string, from: string, to = '', into = '', area = 'A1') =>
  `R1,North,${area},Area ${area},${code},${NAMES[code] ?? code},branch,england,${from},${to},${into}`;

const importMergers = (rows: string[], options: Parameters<typeof importUnits>[2] = {}) =>
  importNetworkFile(app, aFile([`${UNIT_HEADER},merged_into`, ...rows, ''].join('\n')), options);

async function allOf(chunks: AsyncIterable<string> | Iterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of chunks) text += chunk;
  return text;
}

const mergers = () =>
  app.db.query<{ unit: string; into: string; on: string }>(
    `select u.code as unit, v.code as into, m.merged_on as on from unit_merger m join unit u on u.id = m.unit_id
       join unit v on v.id = m.successor_id order by 1, 3`,
  );

/** Ashford and Newport stand; Ashford merges into Newport on 14 March. */
async function aMerger() {
  await importMergers([unit('000001', '2020-01-01'), unit('000002', '2020-01-01')]);
  return importMergers([unit('000001', '2020-01-01', '2027-03-14', '000002')]);
}
const MERGED = [{ unit: '000001', into: '000002', on: '2027-03-14' }];

describe('a unit that merges', () => {
  it('goes into another on its last day, and the difference says so', async () => {
    const result = await aMerger();
    expect(result).toMatchObject({ changed: 1, rejected: 0 });
    expect(result.difference).toEqual([
      expect.objectContaining({
        code: '000001',
        merger: { code: '000002', name: 'Newport', on: '2027-03-14', undone: false },
      }),
    ]);
    expect(readFileSync(result.differences!, 'utf8')).toContain(
      '2,changed,000001,Ashford,,A1,2020-01-01,000002,Newport,2027-03-14,,',
    );
    expect(await mergers()).toEqual(MERGED);
  });

  it('changes nothing when it comes again, nor when a file leaves the column out', async () => {
    await aMerger();
    expect(await importMergers([unit('000001', '2020-01-01', '2027-03-14', '000002')])).toMatchObject({ unchanged: 1 });
    const without = unit('000001', '2020-01-01', '2027-03-14').slice(0, -1);
    expect(await importUnits(app, [without])).toMatchObject({ unchanged: 1, rejected: 0 });
    expect(await mergers()).toEqual(MERGED);
  });

  it('may come in one file with what it merges into, in any order', async () => {
    const rows = [
      unit('000001', '2020-01-01', '2026-03-14', '000002'),
      unit('000002', '2021-01-01', '2026-06-30', '000003'),
      unit('000003', '2020-01-01'),
    ];
    expect(await importMergers(rows)).toMatchObject({ new: 3, rejected: 0 });
    expect(await mergers()).toEqual([
      { unit: '000001', into: '000002', on: '2026-03-14' },
      { unit: '000002', into: '000003', on: '2026-06-30' },
    ]);
    expect(await importMergers([...rows].reverse())).toMatchObject({ unchanged: 3 });
  });

  it('goes out in the file of units, of its last day and of all, and comes in again without a change', async () => {
    await aMerger();
    const comesBack = async (day: string | null) => {
      const text = await allOf(app.nest.get(NetworkFiles).units(day).chunks());
      expect(text).toContain(',2020-01-01,2027-03-14,000002');
      expect(await importNetworkFile(app, aFile(text))).toMatchObject({ changed: 0, new: 0, moved: 0, rejected: 0 });
    };
    await comesBack('2027-03-14');
    await importMergers([unit('000001', '2027-06-01', '', '', 'A2')]);
    await comesBack(null);
    expect(await mergers()).toEqual(MERGED);
  });

  it('merges elsewhere, on another day, or not at all when a file says so', async () => {
    await aMerger();
    await importMergers([unit('000003', '2020-01-01')]);
    const elsewhere = await importMergers([unit('000001', '2020-01-01', '2027-03-20', '000003')]);
    expect(elsewhere.difference[0]?.merger).toMatchObject({ code: '000003', on: '2027-03-20' });
    expect(await mergers()).toEqual([{ unit: '000001', into: '000003', on: '2027-03-20' }]);
    const undone = await importMergers([unit('000001', '2020-01-01', '2027-03-20')]);
    expect(undone.difference[0]?.merger).toEqual({
      code: '000003',
      name: 'Cwmbrwyn',
      on: '2027-03-20',
      undone: true,
    });
    expect(await mergers()).toEqual([]);
  });

  it('may open again, and merge again; what was before stays', async () => {
    await aMerger();
    const again = await importMergers([unit('000001', '2027-06-01', '2028-01-31', '000002')]);
    expect(again).toMatchObject({ rejected: 0 });
    expect(await mergers()).toEqual([...MERGED, { unit: '000001', into: '000002', on: '2028-01-31' }]);
  });

  it('can be tried out, and undone', async () => {
    await importMergers([unit('000001', '2020-01-01'), unit('000002', '2020-01-01')]);
    const before = await everyRow(app);
    const row = unit('000001', '2020-01-01', '2027-03-14', '000002');
    expect(await importMergers([row], { dryRun: true })).toMatchObject({ changed: 1, dryRun: true });
    expect(await mergers()).toEqual([]);
    await importMergers([row]);
    const undone = await undoImport(app, 'network');
    expect(undone.rows).toContainEqual({ target: 'unit_merger', out: 1, asBefore: 0, back: 0 });
    expect(await everyRow(app)).toEqual(before);
  });

  it('comes back when the import that took it away is undone', async () => {
    await aMerger();
    await importMergers([unit('000001', '2020-01-01'), unit('000003', '2020-01-01')]);
    expect(await mergers()).toEqual([]);
    await undoImport(app, 'network');
    expect(await mergers()).toEqual(MERGED);
  });

  it('goes with the units that came with it', async () => {
    await importMergers([unit('000001', '2020-01-01', '2026-03-14', '000002'), unit('000002', '2020-01-01')]);
    await undoImport(app, 'network');
    expect(await everyRow(app)).toMatchObject({ unit: [], unitMerger: [] });
  });
});

describe('a merger that cannot be', () => {
  const reasons = async (rows: string[]) => {
    const { errors } = await importMergers(rows);
    return errors.map(({ line, column, reason }) => `${line} ${column}: ${reason}`);
  };

  it.each<[string, string[], string[]]>([
    [
      'names no unit',
      [unit('000001', '2020-01-01', '2026-03-14', '000009')],
      [
        '2 merged_into: There is no unit with the code 000009, here or in this file. Mend merged_into, or add a row for it.',
      ],
    ],
    [
      'names itself',
      [unit('000001', '2020-01-01', '2026-03-14', '000001')],
      ['2 merged_into: A unit cannot merge into itself. Name the unit that took over from it.'],
    ],
    [
      'has no last day',
      [unit('000001', '2020-01-01', '', '000002'), unit('000002', '2020-01-01')],
      ['2 merged_into: A unit merges on its last day. Fill in the day in to, or leave merged_into empty.'],
    ],
    [
      'is not on the last day',
      [
        unit('000001', '2020-01-01', '2026-03-14', '000002'),
        unit('000001', '2026-03-15', '', '', 'A2'),
        unit('000002', '2020-01-01'),
      ],
      [
        '2 merged_into: Unit 000001 goes on after 2026-03-14 in another row. Name where it merges in the row that ends it.',
      ],
    ],
    [
      'leads to a unit that is closed then',
      [unit('000001', '2020-01-01', '2026-03-14', '000002'), unit('000002', '2020-01-01', '2026-03-13')],
      [
        '2 merged_into: Unit 000002 is not open on 2026-03-14, the day of the merger. Name the unit that took over on that day.',
      ],
    ],
    [
      'leads to a unit that opens later',
      [unit('000001', '2020-01-01', '2026-03-14', '000002'), unit('000002', '2026-03-15')],
      [
        '2 merged_into: Unit 000002 is not open on 2026-03-14, the day of the merger. Name the unit that took over on that day.',
      ],
    ],
    [
      'goes round in a circle',
      [
        unit('000001', '2020-01-01', '2026-03-14', '000002'),
        unit('000002', '2020-01-01', '2026-03-14', '000003'),
        unit('000003', '2020-01-01', '2026-03-14', '000001'),
      ],
      [
        '2 merged_into: Unit 000001 would merge into itself: 000002 merges into it, or leads to it by way of others.',
        '3 merged_into: Unit 000002 would merge into itself: 000003 merges into it, or leads to it by way of others.',
        '4 merged_into: Unit 000003 would merge into itself: 000001 merges into it, or leads to it by way of others.',
      ],
    ],
    [
      'leads to a unit whose own row cannot be taken',
      [
        unit('000001', '2020-01-01', '2026-03-14', '000002'),
        unit('000002', '2020-01-01', '2026-06-30', '000003'),
        unit('000003', '2026-07-01'),
      ],
      [
        '2 merged_into: There is no unit with the code 000002, here or in this file. Mend merged_into, or add a row for it.',
        '3 merged_into: Unit 000003 is not open on 2026-06-30, the day of the merger. Name the unit that took over on that day.',
      ],
    ],
  ])('%s', async (_, rows, expected) => {
    expect(await reasons(rows)).toEqual(expected);
    expect(await mergers()).toEqual([]);
  });

  it('closes a circle with what is known', async () => {
    await aMerger();
    expect(await reasons([unit('000002', '2020-01-01', '2027-06-30', '000001')])).toEqual([
      '2 merged_into: Unit 000002 would merge into itself: 000001 merges into it, or leads to it by way of others.',
    ]);
    expect(await mergers()).toEqual(MERGED);
  });

  it.each([
    ['goes on', unit('000001', '2020-01-01').slice(0, -1)],
    ['closes on another day', unit('000001', '2020-01-01', '2027-03-13').slice(0, -1)],
  ])('is not lost by a file without the column in which the unit %s', async (_, row) => {
    await aMerger();
    expect((await importUnits(app, [row])).errors).toEqual([
      {
        line: 2,
        column: 'to',
        reason:
          'Unit 000001 merged into 000002 on 2027-03-14, so that stays its last day. To change it, say in merged_into what is so.',
      },
    ]);
    expect(await mergers()).toEqual(MERGED);
  });

  it('keeps what it merged into open on the day', async () => {
    await aMerger();
    const result = await importMergers([unit('000002', '2020-01-01', '2027-03-13')]);
    expect(result.errors.map(({ reason }) => reason)).toEqual([
      'Unit 000001 merged into 000002 on 2027-03-14, so 000002 must be open on that day.',
    ]);
    expect(await importMergers([unit('000002', '2020-01-01', '2027-03-14')])).toMatchObject({
      rejected: 0,
      changed: 1,
    });
  });

  it('is refused by the database whoever writes it', async () => {
    await importMergers([unit('000001', '2020-01-01', '2026-03-14'), unit('000002', '2020-01-01')]);
    const write = (from: string, into: string, on: string) =>
      app.db.write((tx) =>
        tx.query(
          `insert into unit_merger (unit_id, successor_id, merged_on)
           select u.id, v.id, $3 from unit u, unit v where u.code = $1 and v.code = $2`,
          [from, into, on],
        ),
      );
    await expect(write('000001', '000002', '2026-03-13')).rejects.toThrow(/does not close/);
    await expect(write('000002', '000001', '2026-03-14')).rejects.toThrow(/does not close/);
    await write('000001', '000002', '2026-03-14');
    expect(await mergers()).toHaveLength(1);
  });
});

describe('a full snapshot', () => {
  it('ends neither what a unit merges into nor a merger of the past', async () => {
    await importMergers([unit('000001', '2020-01-01', '2026-03-14', '000002'), unit('000002', '2020-01-01')]);
    const options = { snapshot: { agreed: 10 } };
    expect(await importMergers([unit('000003', '2020-01-01')], options)).toMatchObject({ snapshot: { ends: 1 } });
    expect(await mergers()).toHaveLength(1);
  });

  it('takes a merger to come away from a unit that it ends, and undo brings it back', async () => {
    await aMerger();
    await app.db.query(`update unit_area set valid = '[2020-01-01,2099-01-01)' where upper(valid) is not null`);
    await app.db.query(`update unit_merger set merged_on = '2098-12-31'`);
    await app.db.query('select refresh_unit_place(array(select id from unit))');
    await importMergers([unit('000002', '2020-01-01')], { snapshot: { agreed: 10 } });
    expect(await mergers()).toEqual([]);
    await undoImport(app, 'network');
    expect(await mergers()).toHaveLength(1);
  });
});
