import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import type { Tx } from '../../../platform/database/tx.js';

export type Via = 'file' | 'command' | 'form' | 'api' | 'demo';

export interface ValueTally {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

/** How far the import of a file is, kept with its tally until it ends. */
export interface Reached {
  /** Tells the file and how it is read. */
  of: string;
  lines: number;
  rejectsBytes: number;
}

export type TallyOnTheWay = ValueTally & { reached: Reached };

/** One way in which values came. */
export interface ValueImport {
  id: number;
  via: Via;
  name: string;
  startedAt: Date;
  startedBy: string | null;
  tally: Partial<TallyOnTheWay>;
  fileImportId: number | null;
  rejectsFile: string | null;
  undoAskedAt: Date | null;
  undoneAt: Date | null;
}

export interface NewValueImport {
  metricId: number;
  via: Via;
  name: string;
  personId: number | null;
  fileImportId?: number | null;
  formToken?: string | null;
}

const COLUMNS = `i.id, i.via, i.name, i.started_at as "startedAt", p.name as "startedBy", i.tally,
  i.file_import_id as "fileImportId", i.rejects_file as "rejectsFile", i.undo_asked_at as "undoAskedAt",
  i.undone_at as "undoneAt"`;

@Injectable()
export class ValueImportsQueries {
  constructor(private readonly db: Database) {}

  /** Null when the same form has come before. */
  async begin(tx: Tx, asked: NewValueImport): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `insert into metric_import (metric_id, via, name, started_by, started_at, file_import_id, form_token)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (form_token) do nothing returning id`,
      [
        ...[asked.metricId, asked.via, asked.name, asked.personId, tx.now],
        ...[asked.fileImportId ?? null, asked.formToken ?? null],
      ],
    );
    return row?.id ?? null;
  }

  /** The import of the same file, read in the same way, that was cut short, if any. */
  unfinished(tx: Tx, metricId: number, of: string): Promise<{ id: number; tally: TallyOnTheWay } | null> {
    return tx.one<{ id: number; tally: TallyOnTheWay }>(
      `select id, tally from metric_import
        where metric_id = $1 and tally #>> '{reached,of}' = $2 and undo_asked_at is null order by id desc limit 1`,
      [metricId, of],
    );
  }

  /** Moves an import on from where it was. @returns false when it is elsewhere by now, or about to be taken back */
  async moveOn(tx: Tx, id: number, from: number, tally: TallyOnTheWay): Promise<boolean> {
    const rows = await tx.query(
      `update metric_import set tally = $3 where id = $1 and undo_asked_at is null
          and coalesce((tally #>> '{reached,lines}')::int, 0) = $2 returning id`,
      [id, from, JSON.stringify(tally)],
    );
    return rows.length > 0;
  }

  async finish(tx: Tx, id: number, tally: ValueTally, rejectsFile: string | null): Promise<void> {
    await tx.query('update metric_import set tally = $2, rejects_file = $3 where id = $1', [
      id,
      JSON.stringify(tally),
      rejectsFile,
    ]);
  }

  /** Newest first, as of a moment; with how many there are. */
  async list(metricId: number, now: Date, limit: number, offset: number) {
    const rows = await this.db.query<ValueImport & { all: number }>(
      `select ${COLUMNS}, count(*) over () as all from metric_import i left join person p on p.id = i.started_by
        where i.metric_id = $1 and i.started_at <= $2 order by i.id desc limit $3 offset $4`,
      [metricId, now, limit, offset],
    );
    return { rows, total: rows[0]?.all ?? 0 };
  }

  one(metricId: number, id: number): Promise<ValueImport | null> {
    return this.db.one<ValueImport>(
      `select ${COLUMNS} from metric_import i left join person p on p.id = i.started_by where i.metric_id = $1 and i.id = $2`,
      [metricId, id],
    );
  }

  /** Whether it can be taken back: not when it has been, or is about to be. */
  async askUndo(tx: Tx, id: number): Promise<boolean> {
    const rows = await tx.query(
      'update metric_import set undo_asked_at = $2 where id = $1 and undo_asked_at is null returning id',
      [id, tx.now],
    );
    return rows.length > 0;
  }
}
