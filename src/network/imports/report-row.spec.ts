import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvCell, plainCell } from '../../platform/files/csv-cell.js';
import { cellsOf, isOfKind, REPORT_KINDS, type ReportRow, rowOf } from './report-row.js';

const written = (row: ReportRow) => cellsOf(row).map(csvCell).join(',');
const read = (line: string) => rowOf((parse(line)[0] as string[]).map(plainCell));

const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((word) => !/[\r\n]/.test(word));
const difference = fc.record({
  line: fc.nat(70_000),
  change: fc.constantFrom('new', 'moved', 'changed', 'ended'),
  code: text,
  name: text,
  was: fc.option(text.filter((word) => word !== '')),
  now: text,
  from: fc.constantFrom('2026-04-01', '2031-12-31'),
  merger: fc.option(
    fc
      .record({ code: text, name: text, on: fc.constant('2026-03-31') })
      .map((one) => ({ ...one, undone: one.code === '' })),
  ),
});
const rejection = fc.record({ line: fc.integer({ min: 1, max: 70_000 }), column: text, reason: text });

describe('a line of the report', () => {
  it('says again what was written, whatever stands in its cells', () => {
    fc.assert(
      fc.property(fc.oneof(difference, rejection) as fc.Arbitrary<ReportRow>, (row) => {
        expect(read(written(row))).toEqual(row);
      }),
    );
  });

  it('is of one kind, and found to be so unread', () => {
    fc.assert(
      fc.property(fc.oneof(difference, rejection) as fc.Arbitrary<ReportRow>, (row) => {
        const kind = 'reason' in row ? 'rejected' : row.change;
        expect(REPORT_KINDS.filter((one) => isOfKind(written(row), one))).toEqual([kind]);
      }),
    );
  });

  it('stays one line when a cell holds several', () => {
    const row = { line: 3, column: 'name', reason: 'First.\r\nSecond.' };
    expect(written(row)).toBe('3,rejected,,,,,,,,,name,First. Second.');
  });
});
