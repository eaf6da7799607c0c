import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { type Chunk, type HowToMap, type LeftOut, twice } from './chunk.js';
import { ImportsQueries } from './imports.queries.js';
import { landLines } from './landing.queries.js';
import { mappedTexts } from './mapped-row.js';
import { columnsOf, type Mapping } from './mapping.js';
import { RejectedLines } from './rejected-lines.service.js';
import type { Repeated } from './repeats.queries.js';
import { addChunk, type Tally } from './tally.js';
import type { TimeSpent } from './time-spent.js';

/** What stays the same from chunk to chunk of one import. */
export interface Run {
  importId: number;
  sourceId: number;
  /** An earlier process began it. */
  resumed: boolean;
  mapping: Mapping;
  heading: string[];
  how: HowToMap;
  rejectsPath: string;
}

/** Where an import is after a chunk; stored with it. */
export interface Checkpoint {
  rowsRead: number;
  tally: Tally;
  rejectsBytes: number;
}

export interface Landing {
  chunk: Chunk;
  /** Called once the database has all of the chunk; from then on the process has nothing to do. */
  staged: () => void;
  spent: TimeSpent;
}

/** Lands one chunk of a file: its good lines, its rejects and the checkpoint that says so. */
@Injectable()
export class ChunkLanding {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly rejects: RejectedLines,
  ) {}

  async land(tx: Tx, run: Run, at: Checkpoint, { chunk, staged, spent }: Landing): Promise<Checkpoint> {
    const { importId, resumed, sourceId } = run;
    const file = { importId, resumed, hasIds: run.mapping.responseId !== null };
    const { repeated, ...landed } = await landLines(tx, sourceId, file, { lines: chunk.lines, staged, spent });
    return spent.on('checkpoint', async () => {
      const again = new Set(repeated.map(({ n }) => n));
      const leftOut = inOrder([...chunk.leftOut, ...cameEarlier(chunk, repeated, run.mapping.responseId)]);
      const next = {
        rowsRead: at.rowsRead + chunk.read,
        tally: addChunk(at.tally, {
          read: chunk.read,
          rejected: leftOut.length,
          tests: chunk.tests,
          rows: chunk.counted(again),
          landed,
        }),
        rejectsBytes: await this.keepRejects(run, at.rejectsBytes, chunk, leftOut),
      };
      await this.queries.checkpoint(tx, importId, next);
      return next;
    });
  }

  private keepRejects(run: Run, bytes: number, chunk: Chunk, leftOut: readonly LeftOut[]): Promise<number> {
    const lines = [...chunk.records(leftOut)].map(({ line, cells }, i) => ({
      line,
      column: leftOut[i]!.column,
      reason: leftOut[i]!.reason,
      texts: mappedTexts(run.mapping, run.heading, cells),
    }));
    return this.rejects.append(run.rejectsPath, bytes, columnsOf(run.mapping), lines);
  }
}

function cameEarlier(chunk: Chunk, repeated: readonly Repeated[], responseId: string | null): LeftOut[] {
  return repeated.map(({ n, key }) => ({ at: chunk.recordOf(n), ...twice(responseId ?? '', key) }));
}

const inOrder = (leftOut: readonly LeftOut[]) => leftOut.toSorted((a, b) => a.at - b.at);
