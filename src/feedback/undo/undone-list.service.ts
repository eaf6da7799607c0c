import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config.js';
import { privateFolder } from '../../platform/files/private-folder.js';
import { writeAll } from '../../platform/files/write-all.js';
import { REJECTS } from '../../platform/files/rejects-download.service.js';
import { undoneHeading, type UndoneLine, undoneLine } from './undone-lines.js';

/**
 * The file of what an undo took back, in the data folder beside the lists of rejected lines, readable by nobody else and
 * deleted with them after 90 days. It grows with the checkpoint: what was written after the last one is cut off first.
 */
@Injectable()
export class UndoneList {
  constructor(private readonly config: Config) {}

  path(undoId: number): string {
    return join(this.config.dataDir, REJECTS, `undone-answers-${undoId}.csv`);
  }

  /** @returns how long the file is now */
  async append(undoId: number, bytes: number, lines: readonly UndoneLine[]): Promise<number> {
    await privateFolder(this.config.dataDir, REJECTS);
    const path = this.path(undoId);
    // One that is gone meanwhile, on another machine for instance, begins anew.
    const file = await open(path, bytes === 0 ? 'w' : 'r+', 0o600).catch(() => open(path, 'w', 0o600));
    try {
      const from = Math.min(bytes, (await file.stat()).size);
      await file.truncate(from);
      const text = (from === 0 ? undoneHeading() : '') + lines.map(undoneLine).join('');
      return from + (await writeAll(file, text, from));
    } finally {
      await file.close();
    }
  }
}
