import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { type FileRecord, RecordBlock } from './record-block.js';
import { RecordCutter } from './record-cutter.js';
import type { Delimiter } from './record-scanner.js';

function recordsOf(
  text: string,
  piece: number,
  delimiter: Delimiter = ',',
): { cells: string[][]; located: FileRecord[] } {
  const cutter = new RecordCutter(delimiter);
  const bytes = Buffer.from(text);
  const found: { cells: string[][]; located: FileRecord[] } = { cells: [], located: [] };
  let line = 1;
  const take = (whole: Buffer | null) => {
    if (whole === null) return;
    const block = new RecordBlock(whole, line, { delimiter, recordEnd: cutter.recordEnd });
    line += block.breaks();
    found.cells.push(...block.cells());
    found.located.push(...block.located());
  };
  for (let at = 0; at < bytes.length; at += piece) take(cutter.push(bytes.subarray(at, at + piece)));
  take(cutter.end());
  return found;
}

const OPTIONS = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true };

describe('a file in stretches', () => {
  it.each([
    ['a,b\n1,2\n\n3,"x\ny"\n4,5', [1, 2, 4, 6]],
    ['a,b\r\n1,"x\r\ny"\r\n\r\n3,4\r\n5,6\r\n', [1, 2, 5, 6]],
    ['a,b\r1,2\r\r3,"x\ry"\r5,6', [1, 2, 4, 6]],
    ['only', [1]],
    ['a,b\r', [1]],
    ['', []],
  ])('%j has its records on the right lines, whatever the stretches', (text, lines) => {
    for (let piece = 1; piece <= text.length + 1; piece += 1) {
      const { cells, located } = recordsOf(text, piece);
      expect(located.map(({ line }) => line)).toEqual(lines);
      expect(cells).toEqual(parse(text, OPTIONS));
    }
  });

  it('has the records that it has in one go, however wild its quotation marks are', () => {
    const sign = fc.constantFrom(
      'a',
      'é',
      '"',
      '""',
      ',',
      ';',
      '\n',
      '\r\n',
      '\r',
      ' ',
      'b"c',
      '\n"',
      ',"',
      '",',
      '"\n',
    );
    const text = fc.array(sign, { maxLength: 40 }).map((signs) => `h,k\n${signs.join('')}`);
    const closed = text.filter((one) => isReadable(one));
    fc.assert(
      fc.property(closed, fc.integer({ min: 1, max: 12 }), fc.constantFrom('\n', '\r\n'), (one, piece, end) => {
        const whole = one.replace('\n', end);
        if (!isReadable(whole)) return;
        const { cells, located } = recordsOf(whole, piece);
        expect(cells).toEqual(parse(whole, OPTIONS));
        expect(located.map((record) => record.cells)).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });
});

function isReadable(text: string): boolean {
  try {
    parse(text, OPTIONS);
    return true;
  } catch {
    return false;
  }
}
