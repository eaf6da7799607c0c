import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { delimiterOf, RecordScanner } from './record-scanner.js';

function scan(text: string | Buffer, piece = 7) {
  const bytes = Buffer.from(text);
  const scanner = new RecordScanner();
  for (let at = 0; at < bytes.length; at += piece) scanner.push(bytes.subarray(at, at + piece));
  return scanner.end();
}

describe('a first look at a file', () => {
  it.each([
    ['a,b\n1,2\n', 2, ','],
    ['a;b\r\n1;2', 2, ';'],
    ['a\tb\n"x\ny"\t2\n', 2, '\t'],
    ['\uFEFF"a","b"\n"say ""hi""\nthere",2\n', 2, ','],
    ['a,b\n5" pipe,he said "no"\nx,y\n', 3, ','],
    ['only\n', 1, ','],
  ])('counts records and finds what separates cells: %j', (text, records, delimiter) =>
    expect(scan(text)).toEqual({ records, delimiter }),
  );

  it('is not misled by separators inside quotation marks', () => {
    expect(delimiterOf('"a,b,c";"d,e";f')).toBe(';');
  });

  it.each([
    ['', /empty/],
    ['\n\n', /empty/],
    [Buffer.from('a,b\ncaf\xe9,1\n', 'latin1'), /isn’t UTF-8 text \(near line 1\)/],
    [Buffer.from('\uFEFFa,b\n', 'utf16le'), /UTF-16/],
    [Buffer.from('a,b\n', 'utf16le'), /UTF-16/],
    ['a,b\n"open,1\n', /never closed/],
    [`a,b\n${'x'.repeat(1_000_001)}`, /Line 2 is longer/],
    ['x'.repeat(1_000_001), /Line 1 is longer/],
  ])('refuses what cannot be read (%#)', (text, words) => expect(() => scan(text, 65_536)).toThrow(words));

  it('takes a character that falls between two pieces', () => expect(scan('a,b\nŵŷ€,1\n', 1).records).toBe(2));

  it('counts as many records as the parser that follows, in pieces of any size', () => {
    const cell = fc.constantFrom('', 'x', 'a "b" c', 'two\nlines', 'semi;colon', 'comma,', 'tab\t');
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 20 }),
        (rows, piece) => {
          const text = [['h', 'k'], ...rows].map((row) => row.map(quoted).join(',')).join('\n');
          expect(scan(text, piece).records).toBe(parse(text).length);
        },
      ),
    );
  });
});
