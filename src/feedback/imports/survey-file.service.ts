import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { RecordBlock, type FileRecord } from './record-block.js';
import { RecordCutter } from './record-cutter.js';
import { type Delimiter, RecordScanner, withoutMark } from './record-scanner.js';

/** What a first pass over a file found out. */
export interface SurveyFile {
  path: string;
  delimiter: Delimiter;
  /** Records after the heading; blank lines count, so it is for progress only. */
  records: number;
  sha256: string;
}

type ReadableFile = Pick<SurveyFile, 'path' | 'delimiter'>;

/** Reads delimited files from disk, twice: once to see that the whole of it can be read, once for its records. */
@Injectable()
export class SurveyFiles {
  /**
   * Reads the whole file without keeping it, so that a file that cannot be read changes nothing.
   * @throws RuleBroken when it is missing, empty, not UTF-8 or not made of lines.
   */
  async inspect(path: string): Promise<SurveyFile> {
    const scanner = new RecordScanner();
    const hash = createHash('sha256');
    try {
      for await (const bytes of piecesOf(path)) {
        scanner.push(bytes);
        hash.update(bytes);
      }
    } catch (error) {
      throw inWords(error, path);
    }
    const { records, delimiter } = scanner.end();
    if (records < 2) throw new RuleBroken(t('The file has a heading and no answers below it.'));
    return { path, delimiter, records: records - 1, sha256: hash.digest('hex') };
  }

  /** The first records, at most `count`. */
  async first(file: ReadableFile, count: number): Promise<FileRecord[]> {
    const found: FileRecord[] = [];
    for await (const record of this.records(file)) if (found.push(record) >= count) break;
    return found;
  }

  /** The records one by one with their lines, heading first, for files that are not long. */
  async *records(file: ReadableFile): AsyncGenerator<FileRecord, void> {
    for await (const block of this.blocks(file)) yield* block.located();
  }

  /** All records in order, heading first, some thousand at a time. Blank lines are left out. */
  async *blocks({ path, delimiter }: ReadableFile): AsyncGenerator<RecordBlock, void> {
    const cutter = new RecordCutter(delimiter);
    let line = 1;
    const blockOf = (bytes: Buffer) => {
      const block = new RecordBlock(bytes, line, { delimiter, recordEnd: cutter.recordEnd });
      line += block.breaks();
      return block;
    };
    let first = true;
    for await (const piece of piecesOf(path)) {
      const whole = cutter.push(first ? withoutMark(piece) : piece);
      first = false;
      if (whole !== null) yield blockOf(whole);
    }
    const last = cutter.end();
    if (last !== null) yield blockOf(last);
  }
}

const PIECE_BYTES = 64 * 1024;

const piecesOf = (path: string) => createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>;

function inWords(error: unknown, path: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new RuleBroken(t('There is no file {path}.', { path }));
  if (code === 'EISDIR') return new RuleBroken(t('{path} is a folder, not a file.', { path }));
  if (code === 'EACCES') return new RuleBroken(t('{path} can’t be opened. Check who may read it.', { path }));
  return error;
}
