import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import type { Rejection } from './import-result.js';

/** Lists every rejected row with its line and reason, for whoever mends the file; readable by nobody else. */
@Injectable()
export class RejectsFile {
  constructor(private readonly config: Config) {}

  /** Returns the path of the file. */
  async write(kind: string, rejections: readonly Rejection[]): Promise<string> {
    const folder = await privateFolder(this.config.dataDir, 'rejects');
    const path = join(folder, `${kind}-${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.csv`);
    const lines = rejections.map(({ line, reason }) => `${line},${csvCell(reason)}`);
    await writeFile(path, ['line,reason', ...lines, ''].join('\n'), { mode: 0o600 });
    return path;
  }
}
