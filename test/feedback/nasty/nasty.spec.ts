import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Driver, DRIVERS } from '../../../src/platform/drivers.js';
import type { TestApp } from '../../support/app.js';
import { textOf } from '../imports.js';
import { CASES } from './cases.js';
import { COLUMNS, MODEL, STORED } from './model.js';
import { byCommand, byKey, mappingFor, rejectsIn, startNastyWorld, storedIn, tallyOf } from './world.js';
import { CLOCKS, type Writing, write } from './writing.js';

let app: TestApp;
beforeAll(async () => {
  app = await startNastyWorld();
});
afterAll(() => app.stop());

describe('a nasty file on the command line', () => {
  it.each(CASES.map((one) => [one.name, one] as const))('%s', async (name, { bytes, mapping, stored, rejects }) => {
    const { rejects: path, merged, ...tally } = await byCommand(app, name, bytes, mapping);
    expect(rejectsIn(path)).toEqual(rejects);
    expect(await storedIn(app, name)).toEqual(byKey(stored));
    expect(tally).toEqual(tallyOf(stored, rejects.length));
    expect(merged?.map(({ code, n }) => [code, n])).toEqual([['000003', 1]]);
  });

  it('with a changed score corrects the answer and keeps the old one', async () => {
    await byCommand(app, 'Twice', write(MODEL), mappingFor());
    expect(await byCommand(app, 'Twice', write(MODEL, { end: '\r' }), mappingFor())).toMatchObject({ unchanged: 6 });
    const corrected = MODEL.map((one) => (one.id === 'r1' ? { ...one, easy: '2' } : one));
    const result = await byCommand(app, 'Twice', write(corrected, { separator: ';' }), mappingFor());
    expect(result).toMatchObject({ new: 0, changed: 1, unchanged: 5, rejected: 0 });
    expect(await app.db.query(`select old->>'ease' as ease from survey_response_history`)).toEqual([{ ease: '5' }]);
  });

  it('leaves no copy behind, and no formula in the list of its rejected lines', async () => {
    const bad = write([{ ...MODEL[0]!, unit: '=1+1', said: '=cmd()' }], { encoding: 'utf16le' });
    const { rejects } = await byCommand(app, 'Formulas', bad, mappingFor());
    expect(textOf(rejects).split('\n')[1]).toContain(",'=1+1,");
    expect(textOf(rejects)).toContain("'=cmd()");
  });

  it.each<[string, Buffer, RegExp]>([
    ['a workbook', Buffer.from('PK\x03\x04\x14\0[Content_Types].xml'), /This is an Excel workbook/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    ['a heading only', Buffer.from('id,branch\n'), /no answers below/],
    ['nothing', Buffer.from(''), /empty/],
    ['100,000 columns without ours', Buffer.from(`${'c,'.repeat(100_000)}\n1\n`), /has no column/],
    [
      'names that stand twice',
      write(MODEL, { names: COLUMNS.map((name) => (name === 'friendly' ? 'easy' : name)) }),
      /“easy \(1\)”/,
    ],
  ])('is refused whole: %s', async (_, bytes, sentence) => {
    await expect(byCommand(app, 'Refused', bytes, mappingFor())).rejects.toThrow(sentence);
    expect(await storedIn(app, 'Refused')).toEqual([]);
  });
});

describe('the six drivers', () => {
  const scales: Record<Driver, Record<string, number | null>> = {
    friendly: { '1': 5, '2': 4, '3': 3, '4': 2, '5': 1 },
    professional: { 'Strongly agree': 5, Agree: 4, Neither: 3, Disagree: 2, 'Strongly disagree': 1 },
    knowledge: { '100000021': 1, '100000022': 2, '100000023': 3, '100000024': 4, '100000025': 5 },
    understanding: { '-99': null, '-1': 1, '0': 3, '1': 5 },
    efficiency: { '1': 1, '2': 2, '3': 3, '4': 4, '5': 5 },
    expectations: { '5 – far above': 5, '1 – far below': 1, 'N/A': null },
  };
  const mapping = {
    ...{ unit: 'branch', time: 'when', responseId: 'id' },
    drivers: Object.fromEntries(DRIVERS.map((driver) => [driver, { column: `${driver}?`, map: scales[driver] }])),
  };
  const importOf = (name: string, ...lines: string[]) =>
    byCommand(
      app,
      name,
      Buffer.from([`id,branch,when,${DRIVERS.map((one) => `${one}?`).join(',')}`, ...lines, ''].join('\n')),
      mapping,
    );

  it('keep each its own scale: reversed, in words, recoded, with negative codes, with noughts, with signs', async () => {
    const at = '000001,2027-01-06 09:30';
    const { rejected } = await importOf(
      'Six scales',
      `a,${at},1,STRONGLY AGREE,100000025,-99,4.0,5 – far above`,
      `b,${at},5,disagree,100000022,-1,"2,00",n/a`,
      `c,${at},,,,,,`,
    );
    expect(rejected).toBe(0);
    const rows = await app.db.query(
      `select ${DRIVERS.join(', ')} from survey_response r join survey_source s on s.id = r.source_id
        where s.name = 'Six scales' order by response_key`,
    );
    const answers = (...values: (number | null)[]) => Object.fromEntries(DRIVERS.map((one, i) => [one, values[i]]));
    expect(rows).toEqual([
      answers(5, 5, 5, null, 4, 5),
      answers(1, 2, 2, 1, 2, null),
      answers(...DRIVERS.map(() => null)),
    ]);
  });

  it.each(DRIVERS)('reject what the scale of %s does not know, and name its column', async (driver) => {
    const cells = DRIVERS.map((one) => (one === driver ? 'six' : ''));
    const { rejects } = await importOf(`Not ${driver}`, `a,000001,2027-01-06 09:30,${cells.join(',')}`);
    expect(rejectsIn(rejects)).toMatchObject([
      { line: 2, column: `${driver}?`, reason: expect.stringContaining('“six”') },
    ]);
  });
});

describe('any mixture of nasties', () => {
  const mixture: fc.Arbitrary<Partial<Writing> & { format: string }> = fc.record({
    separator: fc.constantFrom(',' as const, ';' as const, '\t' as const, '|' as const),
    end: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
    encoding: fc.constantFrom<Writing['encoding'][]>(
      ...(['utf8', 'utf8 marked', 'utf16le', 'utf16le marked', 'utf16be marked', 'windows-1252'] as const),
    ),
    quotes: fc.constantFrom('needed' as const, 'all' as const, 'heading' as const),
    trailing: fc.constantFrom('none' as const, 'rows' as const, 'everywhere' as const),
    order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
    format: fc.constantFrom(...Object.keys(CLOCKS)),
  });

  let mixtures = 0;

  it('lands exactly what the model holds', async () => {
    await fc.assert(
      fc.asyncProperty(mixture, async ({ format, ...writing }) => {
        const source = `Mixture ${++mixtures}`;
        const bytes = write(MODEL, { ...writing, time: CLOCKS[format]! });
        const { rejected } = await byCommand(app, source, bytes, mappingFor(COLUMNS, { format }));
        expect(rejected).toBe(0);
        expect(await storedIn(app, source)).toEqual(STORED);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});
