import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import type { Rejection } from './import-result.js';

/** Lists every rejected row with its line, column and reason, for whoever mends the file; readable by nobody else. */
@Injectable()
export class RejectsFile {
  constructor(private readonly config: Config) {}

  /** Returns the path of the file. */
  async write(kind: string, rejections: readonly Rejection[]): Promise<string> {
    const folder = await privateFolder(this.config.dataDir, 'rejects');
    const path = join(folder, `${kind}-${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.csv`);
    const lines = rejections.map(({ line, column, reason }) => `${line},${csvCell(column)},${csvCell(reason)}`);
    await writeFile(path, ['line,column,reason', ...lines, ''].join('\n'), { mode: 0o600 });
    return path;
  }

  async remove(paths: readonly string[]): Promise<void> {
    for (const path of paths) await rm(path, { force: true });
  }
}
