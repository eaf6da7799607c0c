import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { type FileRecord, type Format, RecordBlock } from '../../feedback/imports/record-block.js';
import { RecordCutter } from '../../feedback/imports/record-cutter.js';
import { withoutMark } from '../../feedback/imports/record-scanner.js';
import { SurveyFiles } from '../../feedback/imports/survey-file.service.js';
import { plainRecords } from './plain-records.js';

const PIECE_BYTES = 64 * 1024;

/** Reads the file of a panel: numbers without quotation marks, of which there may be three million lines. */
@Injectable()
export class PanelFiles {
  constructor(private readonly files: SurveyFiles) {}

  /**
   * How many rows there are at most, and the records with their lines, heading first, some thousand at a time.
   * @throws RuleBroken when it is missing, empty, not UTF-8 or not made of lines
   */
  async open(path: string): Promise<{ most: number; records: AsyncIterable<FileRecord[]> }> {
    const { records, delimiter } = await this.files.inspect(path);
    return { most: records, records: recordsOf(path, delimiter) };
  }
}

async function* recordsOf(path: string, delimiter: Format['delimiter']): AsyncGenerator<FileRecord[], void> {
  const cutter = new RecordCutter(delimiter);
  let line = 1;
  const located = (bytes: Buffer): FileRecord[] => {
    const format = { delimiter, recordEnd: cutter.recordEnd };
    const block = new RecordBlock(bytes, line, format);
    const records = plainRecords(bytes, line, format) ?? block.located();
    line += block.breaks();
    return records;
  };
  let first = true;
  for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Buffer>) {
    const whole = cutter.push(first ? withoutMark(piece) : piece);
    first = false;
    if (whole !== null) yield located(whole);
  }
  const last = cutter.end();
  if (last !== null) yield located(last);
}
