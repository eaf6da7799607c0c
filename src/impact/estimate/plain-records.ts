import type { FileRecord, Format } from '../../feedback/imports/record-block.js';

const QUOTE = 34;

/**
 * The records of whole lines in which nothing is quoted, as the parser of quoted ones has them in five times as long; null where
 * there is a quotation mark. Blank lines are none.
 * @param line of the file on which they begin
 */
export function plainRecords(bytes: Buffer, line: number, { delimiter, recordEnd }: Format): FileRecord[] | null {
  if (recordEnd === null || bytes.includes(QUOTE)) return null;
  const records: FileRecord[] = [];
  bytes
    .toString('utf8')
    .split(recordEnd)
    .forEach((text, at) => {
      if (text !== '') records.push({ line: line + at, cells: text.split(delimiter) });
    });
  return records;
}
