/** What a file is that is no text: told from its first bytes, so that whoever sent it by mistake learns what to send. */
import { msg } from '../../platform/language/t.js';

interface Kind {
  is(head: Buffer): boolean;
  sentence: string;
}

const starts = (head: Buffer, ...bytes: number[]) => bytes.every((byte, at) => head[at] === byte);
const isZip = (head: Buffer) => starts(head, 0x50, 0x4b);
/** Latin text in UTF-32 fills one byte of four. */
const fillsOneInFour = (head: Buffer, at: number) =>
  head.length >= 64 && head.subarray(0, 64).every((byte, i) => (byte === 0) === (i % 4 !== at));
const says = (head: Buffer, pattern: RegExp) => pattern.test(head.toString('latin1').replace(/^\xef\xbb\xbf/, ''));

/** Most telling first: a workbook is a zip, too. */
const KINDS: readonly Kind[] = [
  {
    is: (head) => isZip(head) && says(head, /\[Content_Types\]\.xml|xl\/|workbook/),
    sentence: msg('This is an Excel workbook. Open it, choose “Save as”, “CSV UTF-8”, and send that file.'),
  },
  {
    is: (head) => isZip(head) && says(head, /opendocument/),
    sentence: msg('This is an OpenDocument spreadsheet. Open it, choose “Save as”, “Text CSV”, and send that file.'),
  },
  { is: isZip, sentence: msg('This is a zip. Unpack it, and send the CSV file that lies in it.') },
  {
    is: (head) => starts(head, 0x1f, 0x8b),
    sentence: msg('This is a gzip archive. Unpack it, and send the CSV file that lies in it.'),
  },
  {
    is: (head) => starts(head, 0xd0, 0xcf, 0x11, 0xe0),
    sentence: msg('This is an old Excel workbook. Open it, choose “Save as”, “CSV UTF-8”, and send that file.'),
  },
  {
    is: (head) =>
      starts(head, 0xff, 0xfe, 0, 0) ||
      starts(head, 0, 0, 0xfe, 0xff) ||
      fillsOneInFour(head, 0) ||
      fillsOneInFour(head, 3),
    sentence: msg('This file is written in UTF-32. Save it as “CSV UTF-8”, and send that file.'),
  },
  {
    is: (head) => says(head, /^sep=.\r?\n/i),
    sentence: msg('The first line of this file is a note to Excel. Delete the line, and send the file again.'),
  },
  {
    is: (head) => says(head, /^%PDF/),
    sentence: msg('This is a PDF, made for reading. Ask the survey tool for its answers as CSV, and send that file.'),
  },
  {
    is: (head) => starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff),
    sentence: msg('This is a picture. Ask the survey tool for its answers as CSV, and send that file.'),
  },
  {
    is: (head) => says(head, /^\$FL[23]/),
    sentence: msg('This is an SPSS file. Ask the survey tool for its answers as CSV, and send that file.'),
  },
  {
    is: (head) => says(head, /^\s*<(!doctype html|html|\?xml)/i),
    sentence: msg('This is a web page or XML. Ask the survey tool for its answers as CSV, and send that file.'),
  },
  {
    is: (head) => says(head, /^\s*(\{\s*"|\[\s*[{[])/),
    sentence: msg('This is JSON. Ask the survey tool for its answers as CSV, and send that file.'),
  },
];

/** What the file is and what to do instead; null when nothing speaks against its being a table of text. */
export function wrongKind(head: Uint8Array): string | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return KINDS.find(({ is }) => is(bytes))?.sentence ?? null;
}
