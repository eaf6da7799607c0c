import { open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { type Layout, layoutOf } from '../imports/layout.js';
import { headingFinder, testFinder } from '../imports/survey-tests.js';
import { delimiterOf, LONGEST_RECORD } from '../imports/record-scanner.js';
import { type ColumnProfile, profilesOf } from './column-profile.js';
import { wrongKind } from './file-kinds.js';
import { endsLinesWithReturns, readableText } from './readable-text.js';
import { type Encoding, ENCODINGS, encodingOf, isUtf8 } from './text-encoding.js';

/** The beginning of a survey file: enough to map it by. */
export interface Sample {
  encoding: Encoding;
  /** What the file itself says. */
  told: Encoding;
  /** The first line with a letter that tells, as each way of writing would read it; empty where none does. */
  lines: ReadonlyMap<Encoding, string>;
  layout: Layout;
  profiles: ColumnProfile[];
  /** Records below the heading, with the line each begins on. */
  rows: { line: number; cells: string[] }[];
  /** How many of the rows are answers: a heading may come again among them. */
  answers: number;
}

const HEAD_BYTES = 4 * 1024 * 1024;
const MOST_ROWS = 2000;
const MOST_COLUMNS = 500;
const MOST_HEADER_ROWS = 3;

/** Reads the first rows of a file, however it is written. */
@Injectable()
export class Samples {
  /**
   * @param chosen how somebody said that it is written; told from the file when nobody did
   * @throws RuleBroken when it is no text, has no rows, or is no survey file.
   */
  async read(path: string, chosen?: Encoding): Promise<Sample> {
    const head = await headOf(path);
    const cut = head.length === HEAD_BYTES;
    const told = tellEncoding(head, cut);
    const encoding = chosen ?? told;
    const text = textIn(head, encoding, cut);
    if (text.trim() === '') throw new RuleBroken(t('The file is empty.'));
    const records = await firstRecords(text);
    const layout = layoutOf(records.slice(0, MOST_HEADER_ROWS).map(({ cells }) => cells));
    const rows = records.slice(layout.headerRows, layout.headerRows + MOST_ROWS);
    const answers = answersIn(rows, layout);
    refuse(layout, rows.length);
    return {
      encoding,
      told,
      lines: linesByEncoding(head, cut),
      layout,
      rows,
      answers: answers.length,
      profiles: profilesOf(layout, answers),
    };
  }
}

/** A heading that comes again is no answer to learn from, nor is a test of the survey. */
function answersIn(rows: Sample['rows'], layout: Layout): string[][] {
  const isHeading = headingFinder(layout.rows);
  const isTest = testFinder(layout);
  return rows.map(({ cells }) => cells).filter((cells) => !isHeading(cells) && !isTest(cells));
}

function tellEncoding(head: Uint8Array, cut: boolean): Encoding {
  if (head.length === 0) throw new RuleBroken(t('The file is empty.'));
  const wrong = wrongKind(head.subarray(0, 65_536));
  if (wrong !== null) throw new RuleBroken(t(wrong));
  const encoding = encodingOf(head.subarray(0, 65_536), isUtf8(head, cut));
  if (encoding === null) throw new RuleBroken(noText());
  return encoding;
}

function textIn(head: Uint8Array, encoding: Encoding, cut: boolean): string {
  const text = new TextDecoder(encoding).decode(head, { stream: cut });
  return readableText(text, endsLinesWithReturns(text));
}

const LONGEST_LINE = 70;
const LINE_FEED = 10;
/** Even, so that two bytes of one letter stay together. */
const BYTES_BEFORE = 60;
const BYTES_AFTER = 80;

/** Only letters beyond ASCII look different from one way of writing to another. */
function linesByEncoding(head: Uint8Array, cut: boolean): Map<Encoding, string> {
  const at = head.findIndex((byte) => byte > 127);
  if (at < 0) return new Map();
  const from = Math.max(head.lastIndexOf(LINE_FEED, at) + 1, at - BYTES_BEFORE);
  const around = head.subarray(from + (from % 2), at - (at % 2) + BYTES_AFTER);
  return new Map(
    ENCODINGS.map((encoding) => [
      encoding,
      textIn(around, encoding, cut)
        .trim()
        .split(/[\r\n]/, 1)[0]!
        .slice(0, LONGEST_LINE),
    ]),
  );
}

export const noText = () =>
  t('This is not a text file. Export the survey’s answers as CSV, and upload that rather than a spreadsheet or a zip.');

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) throw new RuleBroken(t('The file is not there any more. Upload it again.'));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** What a cut in the middle of a record breaks does not matter: enough stands before it. */
async function firstRecords(text: string): Promise<Sample['rows']> {
  const delimiter = delimiterOf(text.replace(/^\uFEFF/, '').split(/[\r\n]/, 1)[0] ?? '');
  const parser = parse(text, {
    ...{ delimiter, bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    ...{ max_record_size: LONGEST_RECORD, to: MOST_ROWS + MOST_HEADER_ROWS },
  });
  const rows: Sample['rows'] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      rows.push({ line: info.lines - breaks, cells: record });
    }
  } catch {
    if (rows.length < 2)
      throw new RuleBroken(t('The rows of this file cannot be told apart. Check its quotation marks.'));
  }
  return rows;
}

function refuse({ keys }: Layout, rows: number): void {
  if (keys.length > MOST_COLUMNS)
    throw new RuleBroken(
      t('The file has more than {n} columns. Is its first row the heading, with one row for each answer?', {
        n: String(MOST_COLUMNS),
      }),
    );
  if (keys.length < 2)
    throw new RuleBroken(t('The file has one column only. Separate its columns with , or ; or a tab.'));
  if (rows === 0) throw new RuleBroken(t('The file has a heading and no answers below it.'));
}
