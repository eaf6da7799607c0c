import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import { writeAll } from '../../platform/files/write-all.js';

/** One rejected line: where, which column, why, and the texts of its mapped columns. */
export interface RejectedLine {
  line: number;
  column: string;
  reason: string;
  texts: string[];
}

/**
 * The file of an import's rejected lines, in the data folder, readable by nobody else. It grows with the import's
 * checkpoint: what was written after the last checkpoint is cut off before the import goes on.
 */
@Injectable()
export class RejectedLines {
  constructor(private readonly config: Config) {}

  path(importName: string): string {
    return join(this.config.dataDir, 'rejects', `responses-${importName}.csv`);
  }

  /** Cuts the file to `bytes`, adds the lines (after a heading when it is new) and answers how long it is now. */
  async append(
    path: string,
    bytes: number,
    columns: readonly string[],
    lines: readonly RejectedLine[],
  ): Promise<number> {
    if (lines.length === 0) return bytes;
    await privateFolder(this.config.dataDir, 'rejects');
    const file = await open(path, bytes === 0 ? 'w' : 'r+', 0o600);
    try {
      await file.truncate(bytes);
      const heading = bytes === 0 ? csvLine(['line', 'column', 'reason', ...columns]) : '';
      const text = lines.map(({ line, column, reason, texts }) => csvLine([String(line), column, reason, ...texts]));
      return bytes + (await writeAll(file, heading + text.join(''), bytes));
    } finally {
      await file.close();
    }
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}
