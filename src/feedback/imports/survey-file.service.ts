import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { type Delimiter, LONGEST_RECORD, RecordScanner } from './record-scanner.js';

/** What a first pass over a file found out. */
export interface SurveyFile {
  path: string;
  delimiter: Delimiter;
  /** Records after the heading; blank lines count, so it is for progress only. */
  records: number;
  sha256: string;
}

/** A record of a file with the line on which it begins. */
export interface FileRecord {
  line: number;
  cells: string[];
}

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
      for await (const bytes of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
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
  async first(file: Pick<SurveyFile, 'path' | 'delimiter'>, count: number): Promise<FileRecord[]> {
    const found: FileRecord[] = [];
    for await (const record of this.records(file)) if (found.push(record) >= count) break;
    return found;
  }

  /** The records in order, heading first, one at a time. Blank lines are left out. */
  async *records({ path, delimiter }: Pick<SurveyFile, 'path' | 'delimiter'>): AsyncGenerator<FileRecord, void> {
    const parser = parse({
      delimiter,
      bom: true,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
    });
    const stream = createReadStream(path).on('error', (error) => parser.destroy(error));
    for await (const { record, info } of stream.pipe(parser) as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      yield { line: info.lines - breaks, cells: record };
    }
  }
}

function inWords(error: unknown, path: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return new RuleBroken(t('There is no file {path}.', { path }));
  if (code === 'EISDIR') return new RuleBroken(t('{path} is a folder, not a file.', { path }));
  if (code === 'EACCES') return new RuleBroken(t('{path} can’t be opened. Check who may read it.', { path }));
  return error;
}
