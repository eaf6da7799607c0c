/** A stretch of a file of values, read and written as lines to stage, and what of it was rejected. */
import { gathered } from '../../imports/chunks-of.js';
import type { FileRecord, RecordBlock } from '../../imports/record-block.js';
import type { TimeSpent } from '../../imports/time-spent.js';
import { valueLine } from '../values/landing.queries.js';
import { isRejected, type ReadLine, type RejectedValue } from './value-lines.js';

/** Of one file, as far as anybody would read. */
export const MOST_LISTED = 100_000;

export class ValueChunk {
  /** Values, rejected ones included, and the lines that they stood on. */
  read = 0;
  lines = 0;
  /** Of the file. */
  bytes = 0;
  rejected = 0;
  /** The first of the rejected. */
  readonly listed: RejectedValue[] = [];
  /** Lines for the staging table; bytes, since texts that live as long as a chunk would be copied about. */
  readonly staged: Buffer[] = [];

  add(block: RecordBlock, records: readonly FileRecord[], read: ReadLine): void {
    let text = '';
    for (const record of records)
      for (const one of read(record))
        if (isRejected(one)) this.reject(one);
        else text += this.keep(valueLine(one));
    if (text !== '') this.staged.push(Buffer.from(text));
    this.lines += records.length;
    this.bytes += block.size;
  }

  private keep(line: string): string {
    this.read += 1;
    return line;
  }

  private reject(rejected: RejectedValue): void {
    this.read += 1;
    this.rejected += 1;
    if (this.listed.length < MOST_LISTED) this.listed.push(rejected);
  }
}

/** The larger, the fewer times the same cells are written; the smaller, the less is read again after a kill. */
const VALUES = { first: 5_000, largest: 160_000 };

/** @param skip lines that have landed already: they are read, so that what comes again after them is known */
export function valueChunks(blocks: AsyncIterable<RecordBlock>, read: ReadLine, skip: number, spent: TimeSpent) {
  let left = skip + 1;
  const add = (chunk: ValueChunk, block: RecordBlock) => {
    const records = spent.during('reading', () => block.located());
    const known = records.splice(0, left);
    const heading = left === skip + 1 ? 1 : 0;
    left -= known.length;
    for (const record of known.slice(heading)) read(record);
    if (records.length > 0) spent.during('mapping', () => chunk.add(block, records, read));
  };
  return gathered(blocks, VALUES, () => new ValueChunk(), add);
}
