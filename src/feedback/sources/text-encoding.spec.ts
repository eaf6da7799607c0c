import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodingOf, isUtf8 } from './text-encoding.js';

const told = (bytes: Buffer, cut = false) => encodingOf(bytes, isUtf8(bytes, cut));

describe('how a file is written', () => {
  it.each<[string, Buffer, string | null]>([
    ['UTF-8', Buffer.from('Caffè Tŷ'), 'utf-8'],
    ['plain ASCII', Buffer.from('a,b\r\n1,2\t\n'), 'utf-8'],
    ['Windows-1252', Buffer.from('Caff\xe8', 'latin1'), 'windows-1252'],
    ['UTF-16 with a mark', Buffer.from('\uFEFFa,b', 'utf16le'), 'utf-16le'],
    ['UTF-16 without one', Buffer.from('name,branch\n', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from('name,branch\n', 'utf16le').swap16(), 'utf-16be'],
    ['a zip', Buffer.from([0x50, 0x4b, 3, 4, 0x14]), null],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), null],
    ['text with a null character', Buffer.from('a,b\n1,\0'), null],
    ['nothing', Buffer.from(''), 'utf-8'],
  ])('%s', (_, bytes, encoding) => expect(told(bytes)).toBe(encoding));

  it('is told from a beginning that was cut in the middle of a character', () => {
    expect(told(Buffer.from('Tŷ').subarray(0, 2), true)).toBe('utf-8');
  });

  it('knows its own: printable text in UTF-8 is never taken for anything else', () => {
    const printable = fc.string({ unit: 'grapheme-composite' }).map((text) => text.replace(/\p{Cc}/gu, ''));
    fc.assert(fc.property(printable, (text) => told(Buffer.from(text)) === 'utf-8'));
  });
});
