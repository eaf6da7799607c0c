/**
 * Cuts a file, fed piece by piece, into stretches that end where a record ends, so that each can be parsed by itself. By the
 * rules of the parser: a quotation mark opens a quoted cell only where a cell begins, two in a row inside it are one, and
 * whatever follows the closing one belongs to the cell up to the next separator.
 */
import type { Delimiter } from './record-scanner.js';

/** Settled by the first record of a file, for all of them. */
export type RecordEnd = '\n' | '\r\n' | '\r';

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;

/** Where in a cell the cutter is. */
const [START, BARE, QUOTED, CLOSING] = [0, 1, 2, 3];

export class RecordCutter {
  /** Null until a record has ended. */
  recordEnd: RecordEnd | null = null;
  private readonly separator: number;
  private place = START;
  private before = 0;
  private rest: Uint8Array[] = [];

  constructor(delimiter: Delimiter) {
    this.separator = delimiter.charCodeAt(0);
  }

  /** Whole records, or null when none has ended in this piece. The first piece comes without a byte order mark. */
  push(piece: Uint8Array): Buffer | null {
    const bytes = this.recordEnd === null ? this.begun(piece) : piece;
    const end = this.recordEnd === null ? 0 : this.lastEndIn(bytes, this.recordEnd);
    const whole = end === 0 ? null : Buffer.concat([...this.rest, bytes.subarray(0, end)]);
    if (whole !== null) this.rest = [];
    if (end < bytes.length) this.rest.push(bytes.subarray(end));
    return whole;
  }

  /** What is left: the last record, when the last line does not end. */
  end(): Buffer | null {
    return this.rest.length === 0 ? null : Buffer.concat(this.rest);
  }

  /** Everything so far, as long as the first record goes on. */
  private begun(piece: Uint8Array): Uint8Array {
    const bytes = Buffer.concat([...this.rest, piece]);
    this.rest = [];
    this.recordEnd = firstEndIn(bytes, this.separator);
    return bytes;
  }

  /** How many of these bytes belong to records that have ended. */
  private lastEndIn(bytes: Uint8Array, recordEnd: RecordEnd): number {
    const lastOfEnd = recordEnd === '\r' ? RETURN : LINE_FEED;
    let { place, before } = this;
    let last = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      const ends = byte === lastOfEnd && place !== QUOTED && (before === RETURN || recordEnd !== '\r\n');
      if (ends) last = at + 1;
      place = ends ? START : next(place, byte, this.separator);
      before = byte;
    }
    Object.assign(this, { place, before });
    return last;
  }
}

function next(place: number, byte: number, separator: number): number {
  if (byte === QUOTE) return place === QUOTED ? CLOSING : place === BARE ? BARE : QUOTED;
  if (place === QUOTED) return QUOTED;
  return byte === separator ? START : BARE;
}

/** Null when no record has ended, or when it takes one byte more to see how. */
function firstEndIn(bytes: Uint8Array, separator: number): RecordEnd | null {
  let place = START;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (place !== QUOTED && byte === LINE_FEED) return '\n';
    if (place !== QUOTED && byte === RETURN)
      return at + 1 === bytes.length ? null : bytes[at + 1] === LINE_FEED ? '\r\n' : '\r';
    place = next(place, byte, separator);
  }
  return null;
}
