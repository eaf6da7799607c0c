import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import { REJECTS } from '../../platform/files/rejects-download.service.js';
import type { Rejection } from './import-result.js';
import { cellsOf, REPORT_COLUMNS, type ReportRow } from './report-row.js';

const REJECTED_COLUMNS = 'line,column,reason';

/**
 * Lists of what an import rejects and of all that it does, with line and reason, for whoever mends the file or looks
 * before taking it over. Written as the rows come, readable by nobody else.
 */
@Injectable()
export class ReportFiles {
  constructor(private readonly config: Config) {}

  /** @returns the path of the file */
  writeRejected(kind: string, rejections: AsyncIterable<Rejection>): Promise<string> {
    return this.write(kind, REJECTED_COLUMNS, rejections, ({ line, column, reason }) => [String(line), column, reason]);
  }

  /** @returns the path of the file */
  writeDifferences(kind: string, rows: AsyncIterable<ReportRow>): Promise<string> {
    return this.write(`differences-${kind}`, REPORT_COLUMNS.join(','), rows, cellsOf);
  }

  async remove(paths: readonly (string | null)[]): Promise<void> {
    for (const path of paths) if (path !== null) await rm(path, { force: true });
  }

  private async write<R>(
    name: string,
    header: string,
    rows: AsyncIterable<R>,
    cells: (row: R) => string[],
  ): Promise<string> {
    const folder = await privateFolder(this.config.dataDir, REJECTS);
    const path = join(folder, `${name}-${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.csv`);
    await pipeline(Readable.from(chunks(header, rows, cells)), createWriteStream(path, { mode: 0o600 }));
    return path;
  }
}

const CHUNK_LENGTH = 64_000;

async function* chunks<R>(header: string, rows: AsyncIterable<R>, cells: (row: R) => string[]) {
  let chunk = `${header}\n`;
  for await (const row of rows) {
    chunk += `${cells(row).map(csvCell).join(',')}\n`;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
