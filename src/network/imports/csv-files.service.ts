import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { CsvError, parse } from 'csv-parse';
import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import { plainCell } from '../../platform/files/csv-cell.js';
import { excerpt } from './codes.js';
import { columnsIn, separatorOf, type Separator } from './csv-header.js';
import type { Rejection } from './import-result.js';
import { otherThanCsv } from './not-csv.js';

/** Of an optional column that the file does not have there is no cell. */
export type CsvRow<Column extends string, Optional extends string = never> =
  { line: number; cells: Cells<Column, Optional> } | Rejection;

export interface Columns<Column extends string, Optional extends string = never> {
  columns: readonly Column[];
  optional?: readonly Optional[];
}

const LONGEST_HEADER = 20_000;
const LONGEST_RECORD = 100_000;

/** Reads CSV files row by row, whatever their size, in little memory; everything unreadable is a sentence for the person. */
@Injectable()
export class CsvFiles {
  /**
   * The rows after the header, trimmed, with the line on which each begins. Empty lines are skipped. `hash` is fed with
   * the bytes as they pass.
   * @throws RuleBroken when the file as a whole cannot be read.
   */
  async *rows<Column extends string, Optional extends string = never>(
    path: string,
    wanted: Columns<Column, Optional>,
    hash: Hash = createHash('sha256'),
  ) {
    try {
      const text = utf8(path, hash);
      const [start, separator] = await firstLine(text);
      yield* pick(parsed(start, text, separator), wanted);
    } catch (error) {
      throw inWords(error, path);
    }
  }
}

async function* utf8(path: string, hash: Hash): AsyncGenerator<string, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (line === 1) refuseOther(chunk);
    hash.update(chunk);
    const text = decodedOr(() => decoder.decode(chunk, { stream: true }), line, chunk);
    line += linesIn(text);
    yield text;
  }
  yield decodedOr(() => decoder.decode(), line);
}

function refuseOther(chunk: Buffer): void {
  const sentence = otherThanCsv(chunk);
  if (sentence !== null) throw new RuleBroken(sentence);
}

function decodedOr(decode: () => string, line: number, chunk: Buffer = Buffer.alloc(0)): string {
  try {
    return decode();
  } catch {
    // What a character that began in the chunk before goes on with is not what is wrong.
    const begins = chunk.findIndex((byte) => (byte & 0xc0) !== 0x80);
    const before = new TextDecoder().decode(chunk.subarray(Math.max(0, begins))).split('\uFFFD', 1)[0] ?? '';
    throw new RuleBroken(t(NOT_UTF8, { line: String(line + linesIn(before)) }));
  }
}

const linesIn = (text: string) => text.split('\n').length - 1;

/** Reads as far as the end of the header, so that the separator is known before anything is parsed. */
async function firstLine(text: AsyncGenerator<string, void>): Promise<[string, Separator]> {
  let start = '';
  while (!/\S[^\n]*\n/.test(start)) {
    const { value, done } = await text.next();
    if (done) break;
    start += value;
    if (!start.slice(0, LONGEST_HEADER).includes('\n') && start.length > LONGEST_HEADER)
      throw new RuleBroken(t(ONE_LONG_LINE));
  }
  const header = start.trimStart().split('\n', 1)[0] ?? '';
  if (header.includes('\0')) throw new RuleBroken(t(NOT_UTF8, { line: '1' }));
  if (start.trim() === '') throw new RuleBroken(t('This file is empty. Nothing was imported.'));
  return [start, separatorOf(header)];
}

const NOT_UTF8 = msg(
  'This file is not written in UTF-8: line {line} holds a character that cannot be read. Save it as “CSV UTF-8” and import it again. Nothing was imported.',
);

const ONE_LONG_LINE = msg(
  'The first line of this file is far too long to be a list of columns. Save it as CSV with one row a line and import again.',
);

interface ParsedRecord {
  record: string[];
  info: { lines: number };
}

function parsed(start: string, rest: AsyncGenerator<string, void>, delimiter: Separator): AsyncIterable<ParsedRecord> {
  async function* all(): AsyncGenerator<string, void> {
    yield start;
    yield* rest;
  }
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
  });
  const source = Readable.from(all());
  source.once('error', (error) => parser.destroy(error));
  return source.pipe(parser) as AsyncIterable<ParsedRecord>;
}

async function* pick<Column extends string, Optional extends string>(
  records: AsyncIterable<ParsedRecord>,
  { columns, optional = [] }: Columns<Column, Optional>,
): AsyncGenerator<CsvRow<Column, Optional>, void> {
  let places: [Column | Optional, number][] | null = null;
  let width = 0;
  let countedTwice = 0;
  for await (const { record, info } of records) {
    // The parser counts a carriage return and its line feed as two lines when they lie in quotes.
    countedTwice += breaksIn(record, '\r\n');
    if (places) {
      yield rowOf<Column, Optional>(record, info.lines - countedTwice, places, width);
      continue;
    }
    const header = columnsIn<Column | Optional>(record, columns, optional);
    if ('sentence' in header) throw new RuleBroken(header.sentence);
    const found = Object.entries(header.places) as [Column | Optional, number][];
    places = found.filter(([, place]) => place >= 0);
    width = record.length;
  }
}

function rowOf<Column extends string, Optional extends string>(
  record: string[],
  lastLine: number,
  places: readonly [Column | Optional, number][],
  width: number,
): CsvRow<Column, Optional> {
  const line = lastLine - breaksIn(record, '\n');
  if (record.length !== width) {
    return {
      line,
      column: '',
      reason: t('This row has {n} columns and the header has {width}. Is a separator or a quote missing?', {
        n: String(record.length),
        width: String(width),
      }),
    };
  }
  const cells = places.map(([column, place]) => [column, record[place]?.trim() ?? ''] as const);
  const bad = cells.find(([, cell]) => cell.includes('\u0000'));
  if (bad) return { line, column: bad[0], reason: t('This cell holds a character that cannot be stored.') };
  const formula = cells.find(([, cell]) => cell.startsWith('='));
  if (formula) return { line, column: formula[0], reason: sayFormula(...formula) };
  const plain = Object.fromEntries(cells.map(([column, cell]) => [column, plainCell(cell)]));
  return { line, cells: plain as Cells<Column, Optional> };
}

const breaksIn = (record: readonly string[], lineBreak: string) =>
  record.reduce((sum, cell) => sum + cell.split(lineBreak).length - 1, 0);

export type Cells<Column extends string, Optional extends string = never> = Record<Column, string> &
  Partial<Record<Optional, string>>;

function sayFormula(column: string, cell: string): string {
  return t(
    '“{text}” in {column} is a formula. Save the file with values in place of formulas, or write an apostrophe before it.',
    {
      text: excerpt(cell),
      column,
    },
  );
}

function inWords(error: unknown, path: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new RuleBroken(t('There is no file {path}.', { path }));
  if (code === 'EISDIR') return new RuleBroken(t('{path} is a folder, not a file.', { path }));
  if (code === 'EACCES') return new RuleBroken(t('{path} cannot be opened. Check who may read it.', { path }));
  return error instanceof CsvError ? new RuleBroken(sayCsvError(error)) : error;
}

function sayCsvError({ lines, code }: CsvError): string {
  const line = typeof lines === 'number' ? String(lines) : null;
  if (code === 'CSV_QUOTE_NOT_CLOSED') return t('A quotation mark is opened and never closed. Nothing was imported.');
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return line === null
      ? t('A line is longer than any row can be. Nothing was imported.')
      : t('Line {line} is longer than any row can be. Nothing was imported.', { line });
  }
  return line === null
    ? t(
        'A line has a quotation mark in the wrong place. Put the whole cell in quotes and double the ones inside. Nothing was imported.',
      )
    : t(
        'Line {line} has a quotation mark in the wrong place. Put the whole cell in quotes and double the ones inside. Nothing was imported.',
        { line },
      );
}
