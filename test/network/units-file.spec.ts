import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestApp, startTestApp } from '../support/app.js';
import { aFile, importNetworkFile, importUnits, UNIT_HEADER } from './files.js';

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.stop());

const placeOn = (code: string, day: string) =>
  app.db.one(
    `select a.code as area, r.code as region from unit_place p join unit u on u.id = p.unit_id
       join area a on a.id = p.area_id join region r on r.id = p.region_id
      where u.code = $1 and p.valid @> $2::date`,
    [code, day],
  );

const unit = (code: string, area: string, from: string, to = '', more: { region?: string; name?: string } = {}) =>
  `${more.region ?? 'R1'},Region ${more.region ?? 'R1'},${area},Area ${area},${code},${more.name ?? `Unit ${code}`},branch,england,${from},${to}`;

describe('the units file', () => {
  it('brings in regions, areas and units, and says so', async () => {
    const result = await importUnits(app, [unit('000001', 'A1', '2020-01-01'), unit('000002', 'A1', '2020-01-01')]);
    expect(result).toMatchObject({ read: 2, new: 2, moved: 0, changed: 0, unchanged: 0, rejected: 0 });
    expect(await placeOn('000001', '2026-05-05')).toEqual({ area: 'A1', region: 'R1' });
    expect(await placeOn('000001', '2019-12-31')).toBeNull();
  });

  it('changes nothing when it comes again', async () => {
    const result = await importUnits(app, [unit('000001', 'A1', '2020-01-01'), unit('000002', 'A1', '2020-01-01')]);
    expect(result).toMatchObject({ new: 0, moved: 0, changed: 0, unchanged: 2 });
  });

  it('moves a unit on a day and keeps where it stood before', async () => {
    const result = await importUnits(app, [unit('000002', 'A2', '2026-04-01')]);
    expect(result).toMatchObject({
      moved: 1,
      changed: 0,
      difference: [{ line: 2, was: 'A1', now: 'A2', from: '2026-04-01' }],
    });
    expect(await placeOn('000002', '2026-03-31')).toMatchObject({ area: 'A1' });
    expect(await placeOn('000002', '2026-04-01')).toMatchObject({ area: 'A2' });
    expect(await importUnits(app, [unit('000002', 'A2', '2026-04-01')])).toMatchObject({ unchanged: 1 });
  });

  it('moves an area to another region from the day of its rows, with its units', async () => {
    await importUnits(app, [unit('000011', 'A11', '2020-01-01'), unit('000012', 'A11', '2020-01-01')]);
    const result = await importUnits(app, [unit('000011', 'A11', '2026-06-01', '', { region: 'R2' })]);
    expect(result).toMatchObject({ moved: 1, difference: [{ was: 'R1', now: 'R2' }] });
    expect(await placeOn('000012', '2026-05-31')).toMatchObject({ region: 'R1' });
    expect(await placeOn('000012', '2026-06-01')).toEqual({ area: 'A11', region: 'R2' });
  });

  it('closes a unit after its last day', async () => {
    await importUnits(app, [unit('000021', 'A1', '2020-01-01')]);
    expect(await importUnits(app, [unit('000021', 'A1', '2020-01-01', '2026-09-30')])).toMatchObject({ changed: 1 });
    expect(await placeOn('000021', '2026-09-30')).toMatchObject({ area: 'A1' });
    expect(await placeOn('000021', '2026-10-01')).toBeNull();
  });

  it('renames without moving', async () => {
    await importUnits(app, [unit('000031', 'A1', '2020-01-01')]);
    expect(await importUnits(app, [unit('000031', 'A1', '2020-01-01', '', { name: 'Millbridge' })])).toMatchObject({
      changed: 1,
    });
    expect(await app.db.one(`select name from unit where code = '000031'`)).toEqual({ name: 'Millbridge' });
  });

  it('tries out without changing anything, with the same counts', async () => {
    const rows = [unit('000041', 'A4', '2020-01-01'), unit('000001', 'A2', '2026-04-01')];
    const tried = await importUnits(app, rows, { dryRun: true });
    expect(tried).toMatchObject({ dryRun: true, new: 1, moved: 1 });
    expect(await app.db.one(`select 1 from unit where code = '000041'`)).toBeNull();
    expect(await placeOn('000001', '2026-05-05')).toMatchObject({ area: 'A1' });
    expect(await importUnits(app, rows)).toMatchObject({ new: 1, moved: 1 });
  });

  it('takes the good rows and lists the others with line and reason', async () => {
    const result = await importUnits(app, [
      unit('000051', 'A5', '2020-01-01'),
      unit('51', 'A5', '2020-01-01'),
      unit('000052', 'A5', '2020-13-01'),
      unit('000051', 'A6', '2024-01-01'),
      'R1,Region R1,A5,Another name,000053,Unit,branch,england,2020-01-01,',
      'R1,Region R1,A5,Area A5,000054,Unit,branch',
      unit('000055', 'A5', '2020-01-01', '', { region: 'R9' }),
    ]);
    expect(result).toMatchObject({ read: 7, new: 1, rejected: 6 });
    expect(result.errors.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(result.errors.map(({ reason }) => reason).join('\n')).toMatchInlineSnapshot(`
      "A branch code has six digits, leading zeros included. Did you mean 000051?
      “2020-13-01” in from is not a date. Write it like 2026-04-01.
      Another row already places unit 000051 on some of these days.
      Area A5 is called “Another name” here and “Area A5” on line 2.
      This row has 7 columns and the header has 10. Is a separator or a quote missing?
      Area A5 is in region R9 here and in region R1 on line 2, on the same days."
    `);
    expect(await app.db.one(`select 1 from region where code = 'R9'`)).toBeNull();
    expect(result.rejects).toMatch(/network-.*\.csv$/);
  });

  it.each<[string, string, Buffer]>([
    ['a byte order mark', ',', Buffer.from('\ufeff')],
    ['semicolons', ';', Buffer.from('')],
  ])('is read with %s', async (_, separator, start) => {
    const text = [UNIT_HEADER, unit('000061', 'A6', '2020-01-01', '', { name: 'Pont-y-Tŵr' }), '']
      .join('\r\n')
      .replaceAll(',', separator);
    const result = await importNetworkFile(app, aFile(Buffer.concat([start, Buffer.from(text)])));
    expect(result).toMatchObject({ read: 1, rejected: 0 });
    expect(await app.db.one(`select name from unit where code = '000061'`)).toEqual({ name: 'Pont-y-Tŵr' });
  });

  it.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /is empty/],
    ['only a header', `${UNIT_HEADER}\n`, /no rows below/],
    ['a missing column', `${UNIT_HEADER.replace(',nation', '')}\nx`, /column nation is missing/],
    ['another encoding', Buffer.from(`${UNIT_HEADER}\nR1,Regi\xf3n`, 'latin1'), /not written in UTF-8/],
    ['UTF-16', Buffer.from(UNIT_HEADER, 'utf16le'), /not written in UTF-8/],
    ['one endless line', Buffer.alloc(8_000_000, 'x'), /far too long/],
    ['an endless second line', `${UNIT_HEADER}\n${'x'.repeat(8_000_000)}`, /Line 2 is longer than any row/],
    ['an open quote', `${UNIT_HEADER}\n"R1,Region`, /never closed/],
  ])('%s is refused in words, and nothing happens', async (_, content, sentence) => {
    const before = await app.db.one('select count(*) from unit');
    await expect(importNetworkFile(app, aFile(content))).rejects.toMatchObject({
      sentence: expect.stringMatching(sentence),
    });
    expect(await app.db.one('select count(*) from unit')).toEqual(before);
  });

  it('a file that is not there is named', async () => {
    await expect(importNetworkFile(app, '/nowhere/units.csv')).rejects.toThrow('There is no file /nowhere/units.csv.');
  });

  it('leaves one event and one audit entry behind, by the file’s fingerprint', async () => {
    const count = async () =>
      (await app.db.one<{ n: number }>(`select count(*) as n from event where kind = 'network.networkImported'`))!.n;
    const before = await count();
    await importUnits(app, [unit('000071', 'A7', '2020-01-01')]);
    await importUnits(app, [unit('000072', 'A7', '2020-01-01')], { dryRun: true });
    expect(await count()).toBe(before + 1);
    const audit = await app.db.one(`select action, detail->'new' as new from audit_entry order by id desc limit 1`);
    expect(audit).toEqual({ action: 'network.import', new: 1 });
  });
});
