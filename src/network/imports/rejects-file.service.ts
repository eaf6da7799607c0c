import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { csvCell } from '../../platform/files/csv-cell.js';
import type { Rejection } from './import-result.js';

/** Lists every rejected row with its line and reason, for whoever mends the file. */
@Injectable()
export class RejectsFile {
  constructor(private readonly config: Config) {}

  /** Returns the path of the file. */
  async write(kind: string, rejections: readonly Rejection[]): Promise<string> {
    const folder = join(this.config.dataDir, 'rejects');
    const path = join(folder, `${kind}-${new Date().toISOString().replace(/[:.]/g, '-')}-${process.pid}.csv`);
    await mkdir(folder, { recursive: true });
    const lines = rejections.map(({ line, reason }) => `${line},${csvCell(reason)}`);
    await writeFile(path, ['line,reason', ...lines, ''].join('\n'));
    return path;
  }
}
