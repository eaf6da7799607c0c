/**
 * Looks at a delimited file before anything of it is stored: is it UTF-8, is any record too long, what separates its
 * cells. Fed piece by piece, it holds no more than the heading.
 */
import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';

export type Delimiter = ',' | ';' | '\t' | '|';

/** No survey answer is longer; a longer one is a broken file, and reading it would eat the machine's memory. */
export const LONGEST_RECORD = 1_000_000;

const QUOTE = 34;
const LINE_FEED = 10;
const SEPARATES = Uint8Array.from({ length: 256 }, (_, byte) => (',;\t|'.includes(String.fromCharCode(byte)) ? 1 : 0));

/** Where in a cell the scanner is. */
const [START, BARE, QUOTED, CLOSING] = [0, 1, 2, 3];

/** RFC 4180 with the tolerance of the parser that follows: a quotation mark inside a bare cell is a character. */
export class RecordScanner {
  /** Records so far, heading included; blank lines count too. */
  records = 0;
  private line = 1;
  private length = 0;
  private place = START;
  private heading = '';
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private first = true;

  /** @throws RuleBroken */
  push(bytes: Uint8Array): void {
    if (this.first) refuseWideText(bytes);
    this.decode(bytes, true);
    this.step(this.first ? withoutMark(bytes) : bytes);
    this.first = false;
  }

  /** @throws RuleBroken */
  end(): { records: number; delimiter: Delimiter } {
    this.decode(new Uint8Array(), false);
    if (this.place === QUOTED)
      throw new RuleBroken(t('A quotation mark is opened and never closed: check the last lines.'));
    if (this.length > 0) this.records += 1;
    if (this.heading.trim() === '') throw new RuleBroken(t('The file is empty.'));
    return { records: this.records, delimiter: delimiterOf(this.heading) };
  }

  private decode(bytes: Uint8Array, stream: boolean): void {
    let text: string;
    try {
      text = this.decoder.decode(bytes, { stream });
    } catch {
      throw new RuleBroken(
        t('The file isn’t UTF-8 text (near line {line}). Save it as “CSV UTF-8” and try again.', {
          line: String(this.line),
        }),
      );
    }
    if (this.records === 0) this.heading += text.split(/[\r\n]/, 1)[0] ?? '';
    if (this.heading.includes('\0')) throw new RuleBroken(t(WIDE_TEXT));
    if (this.heading.length > LONGEST_RECORD) throw new RuleBroken(tooLong(1));
  }

  /** One loop over plain numbers: a file has a hundred million bytes, and each would cost a call. */
  private step(bytes: Uint8Array): void {
    let { line, length, place } = this;
    for (const byte of bytes) {
      length += 1;
      if (byte === QUOTE) {
        place = place === QUOTED ? CLOSING : place === BARE ? BARE : QUOTED;
      } else if (byte === LINE_FEED) {
        line += 1;
        if (place === QUOTED) continue;
        this.records += 1;
        length = 0;
        place = START;
      } else if (place !== QUOTED) {
        place = SEPARATES[byte] === 1 ? START : BARE;
      }
      if (length > LONGEST_RECORD) throw new RuleBroken(tooLong(line));
    }
    Object.assign(this, { line, length, place });
  }
}

/** Whichever of the four comes most often in the heading. */
export function delimiterOf(heading: string): Delimiter {
  const bare = heading.replace(/"(?:[^"]|"")*"/g, '');
  const times = (delimiter: Delimiter) => bare.split(delimiter).length;
  return ([',', ';', '\t', '|'] as const).reduce((best, delimiter) =>
    times(delimiter) > times(best) ? delimiter : best,
  );
}

function refuseWideText(bytes: Uint8Array): void {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new RuleBroken(t(WIDE_TEXT));
  }
}

const WIDE_TEXT = msg('The file is UTF-16 text, not UTF-8. Save it as “CSV UTF-8” and try again.');

/** A byte order mark would hide the quotation mark of the first heading. */
export function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function tooLong(line: number): string {
  return t(
    'Line {line} is longer than a million characters. One answer belongs on one line: check the line breaks, and for a quotation mark that is never closed.',
    { line: String(line) },
  );
}
