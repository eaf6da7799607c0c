import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { keyed, mapRecords, type Rejected } from './chunk.js';
import { ImportsQueries } from './imports.queries.js';
import { landResponses } from './landing.queries.js';
import { mappedTexts, type MapRow } from './mapped-row.js';
import { columnsOf, type Mapping } from './mapping.js';
import { RejectedLines } from './rejected-lines.service.js';
import type { FileRecord } from './survey-file.service.js';
import { addChunk, type Tally } from './tally.js';

/** What stays the same from chunk to chunk of one import. */
export interface Run {
  importId: number;
  sourceId: number;
  mapping: Mapping;
  heading: string[];
  map: MapRow;
  name: (identity: string) => string;
  rejectsPath: string;
}

/** Where an import is after a chunk; stored with it. */
export interface Checkpoint {
  rowsRead: number;
  tally: Tally;
  rejectsBytes: number;
}

/** Lands one chunk of a file: its good lines, its rejects and the checkpoint that says so. */
@Injectable()
export class ChunkLanding {
  constructor(
    private readonly queries: ImportsQueries,
    private readonly rejects: RejectedLines,
  ) {}

  async land(tx: Tx, run: Run, at: Checkpoint, records: readonly FileRecord[]): Promise<Checkpoint> {
    const { candidates, rejected } = mapRecords(records, run.map, run.name);
    const seen = await this.queries.countSeen(
      tx,
      run.importId,
      candidates.map(({ print }) => print),
    );
    const { kept, repeated } = keyed(candidates, seen, run.mapping.responseId);
    const landed = await landResponses(
      tx,
      run.sourceId,
      run.importId,
      kept.map(({ key, row }) => ({ ...row, key })),
    );
    const left = [...rejected, ...repeated].sort((a, b) => a.record.line - b.record.line);
    const next = {
      rowsRead: at.rowsRead + records.length,
      tally: addChunk(at.tally, {
        read: records.length,
        rejected: left.length,
        rows: kept.map(({ row }) => row),
        landed,
      }),
      rejectsBytes: await this.keepRejects(run, at.rejectsBytes, left),
    };
    await this.queries.checkpoint(tx, run.importId, next);
    return next;
  }

  private keepRejects(run: Run, bytes: number, rejected: readonly Rejected[]): Promise<number> {
    const lines = rejected.map(({ record, column, reason }) => ({
      line: record.line,
      column,
      reason,
      texts: mappedTexts(run.mapping, run.heading, record.cells),
    }));
    return this.rejects.append(run.rejectsPath, bytes, columnsOf(run.mapping), lines);
  }
}
