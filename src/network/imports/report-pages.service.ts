import { createReadStream } from 'node:fs';
import { basename, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { parse } from 'csv-parse/sync';
import { Config } from '../../platform/config.js';
import { plainCell } from '../../platform/files/csv-cell.js';
import { REJECTS } from '../../platform/files/rejects-download.service.js';
import { isOfKind, type ReportKind, type ReportRow, rowOf } from './report-row.js';

export interface ReportPage {
  /** All kinds when null. */
  kind: ReportKind | null;
  /** From 1. */
  at: number;
  /** Rows on a page. */
  each: number;
}

/** Reads what an import does a page at a time, from the file that `ReportFiles` wrote, in little memory. */
@Injectable()
export class ReportPages {
  constructor(private readonly config: Config) {}

  /**
   * @param path as the import's result names it; only its last part counts
   * @returns null when there was no file, or it has been deleted after its 90 days
   */
  async rows(path: string | null | undefined, page: ReportPage): Promise<ReportRow[] | null> {
    if (!path) return null;
    try {
      const lines = await pick(join(this.config.dataDir, REJECTS, basename(path)), page);
      return (parse(lines.join('\n')) as string[][]).map((cells) => rowOf(cells.map(plainCell)));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }
}

async function pick(path: string, { kind, at, each }: ReportPage): Promise<string[]> {
  const picked: string[] = [];
  // The header comes first.
  let before = 1 + (at - 1) * each;
  if (kind !== null) before -= 1;
  for await (const lines of linesOf(path)) {
    for (const line of lines) {
      if (kind !== null && !isOfKind(line, kind)) continue;
      if (before-- > 0) continue;
      picked.push(line);
      if (picked.length === each) return picked;
    }
  }
  return picked;
}

/** Some at a time: a step for each of 75,000 lines would take longer than to read them. */
async function* linesOf(path: string): AsyncGenerator<string[], void> {
  let begun = '';
  for await (const chunk of createReadStream(path, { encoding: 'utf8' }) as AsyncIterable<string>) {
    const lines = (begun + chunk).split('\n');
    begun = lines.pop() ?? '';
    yield lines;
  }
}
