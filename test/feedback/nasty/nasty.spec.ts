import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
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
