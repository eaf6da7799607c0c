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
const SEPARATORS = new Set([44, 59, 9, 124]);

/** RFC 4180 with the tolerance of the parser that follows: a quotation mark inside a bare cell is a character. */
export class RecordScanner {
  /** Records so far, heading included; blank lines count too. */
  records = 0;
  private line = 1;
  private length = 0;
  private place: 'start' | 'bare' | 'quoted' | 'closing' = 'start';
  private heading = '';
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private first = true;

  /** @throws RuleBroken */
  push(bytes: Uint8Array): void {
    if (this.first) refuseWideText(bytes);
    this.decode(bytes, true);
    for (const byte of this.first ? withoutMark(bytes) : bytes) this.step(byte);
    this.first = false;
  }

  /** @throws RuleBroken */
  end(): { records: number; delimiter: Delimiter } {
    this.decode(new Uint8Array(), false);
    if (this.place === 'quoted')
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

  private step(byte: number): void {
    const inQuotes = this.place === 'quoted' && byte !== QUOTE;
    if (byte === LINE_FEED) this.line += 1;
    if (!inQuotes) this.place = this.next(byte);
    if (byte === LINE_FEED && !inQuotes) {
      this.records += 1;
      this.length = 0;
      return;
    }
    this.length += 1;
    if (this.length > LONGEST_RECORD) throw new RuleBroken(tooLong(this.line));
  }

  private next(byte: number): RecordScanner['place'] {
    if (byte === QUOTE) {
      if (this.place === 'quoted') return 'closing';
      return this.place === 'bare' ? 'bare' : 'quoted';
    }
    return byte === LINE_FEED || SEPARATORS.has(byte) ? 'start' : 'bare';
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
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function tooLong(line: number): string {
  return t(
    'Line {line} is longer than a million characters. One answer belongs on one line: check the line breaks, and for a quotation mark that is never closed.',
    { line: String(line) },
  );
}
