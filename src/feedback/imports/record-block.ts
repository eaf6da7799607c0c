/** A stretch of a file's records: their cells at once, and where each begins only when somebody asks. */
import { type Options, parse } from 'csv-parse/sync';
import { LONGEST_RECORD, type Delimiter } from './record-scanner.js';
import type { RecordEnd } from './record-cutter.js';

/** A record of a file with the line on which it begins. */
export interface FileRecord {
  line: number;
  cells: string[];
}

/** How the records of a file are told apart. */
export interface Format {
  delimiter: Delimiter;
  /** Null for a file of one record. */
  recordEnd: RecordEnd | null;
}

/** Whole records; blank lines are none. `line` is where they begin in the file. */
export class RecordBlock {
  constructor(
    private readonly bytes: Buffer,
    private readonly line: number,
    private readonly format: Format,
  ) {}

  /** In bytes. */
  get size(): number {
    return this.bytes.length;
  }

  cells(): string[][] {
    return parse(this.bytes, optionsOf(this.format));
  }

  /** The same with their lines. Where a record spans several, or a line is blank, counting takes as long again as the parsing. */
  located(): FileRecord[] {
    return this.lineByLine(this.cells()) ?? this.counted();
  }

  /** Null when not every record is one line. */
  private lineByLine(records: string[][]): FileRecord[] | null {
    const open = this.bytes.at(-1) === this.sign ? 0 : 1;
    if (this.breaks() + open !== records.length) return null;
    return records.map((cells, at) => ({ line: this.line + at, cells }));
  }

  private counted(): FileRecord[] {
    // What `info` adds is not in the parser's types.
    const found = parse(this.bytes, { ...optionsOf(this.format), info: true }) as unknown as Located[];
    let { line } = this;
    let at = 0;
    return found.map(({ record, info }) => {
      const begins = this.afterBlanks(at);
      line += this.breaks(at, begins);
      const located = { line, cells: record };
      line += this.breaks(begins, info.bytes);
      at = info.bytes;
      return located;
    });
  }

  /** Line breaks between two of its bytes, those inside quotation marks included. */
  breaks(from = 0, to = this.bytes.length): number {
    const { sign } = this;
    let breaks = 0;
    for (let at = from; at < to; at += 1) if (this.bytes[at] === sign) breaks += 1;
    return breaks;
  }

  /** With which a line ends. */
  private get sign(): number {
    return this.format.recordEnd === '\r' ? RETURN : LINE_FEED;
  }

  private afterBlanks(from: number): number {
    let at = from;
    while (this.bytes[at] === LINE_FEED || this.bytes[at] === RETURN) at += 1;
    return at;
  }
}

const LINE_FEED = 10;
const RETURN = 13;

/** `bytes` is where the record ends. The parser's own lines count a break of two signs inside quotation marks twice. */
interface Located {
  record: string[];
  info: { bytes: number };
}

function optionsOf({ delimiter, recordEnd }: Format): Options {
  return {
    ...{ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    max_record_size: LONGEST_RECORD,
    ...(recordEnd === null ? {} : { record_delimiter: recordEnd }),
  };
}
