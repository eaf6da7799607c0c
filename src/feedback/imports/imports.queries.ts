import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { Database } from '../../platform/database/database.js';
import type { KnownUnit } from './unit-finder.js';
import type { Tally } from './tally.js';

/** An import as it stands: where it comes from and how far it got. */
export interface ImportRow {
  id: number;
  sourceId: number;
  rowsRead: number;
  tally: Partial<Tally>;
  rejectsFile: string | null;
  rejectsBytes: number;
}

/** A line of the list of imports. */
export interface ImportListed {
  id: number;
  source: string;
  fileName: string;
  startedAt: Date;
  startedBy: string | null;
  finishedAt: Date | null;
  error: string | null;
  rowsRead: number;
  tally: Partial<Tally>;
  /** The page's own record of it; null for the command line. */
  fileImportId: number | null;
  rejectsFile: string | null;
  /** Whether somebody has taken it back, wholly by then. */
  undo: 'done' | 'begun' | null;
}

/** Of a unit `u` with its places `p`, grouped by unit: as `KnownUnit` has them. */
export const LIFE_OF_UNIT = `
  json_agg(json_build_object('from', coalesce(lower(p.valid), '-infinity')::date, 'to', upper(p.valid)) order by p.valid) as places,
  coalesce((select json_agg(json_build_object('on', m.merged_on, 'into', m.successor_id))
              from unit_merger m where m.unit_id = u.id), '[]') as mergers`;

const IMPORT = `id, source_id as "sourceId", rows_read as "rowsRead", tally, rejects_file as "rejectsFile",
  rejects_bytes as "rejectsBytes"`;

/** All statements about sources, mappings and imports; landing the responses themselves is in landing.queries.ts. */
@Injectable()
export class ImportsQueries {
  constructor(private readonly db: Database) {}

  /** Every unit with the days on which it stood in an area: what a file's codes and names are looked up in. */
  knownUnits(): Promise<KnownUnit[]> {
    return this.db.query<KnownUnit>(
      `select u.id, u.code, u.name, ${LIFE_OF_UNIT} from unit u join unit_place p on p.unit_id = u.id group by u.id`,
    );
  }

  async sourceNamed(tx: Tx, name: string): Promise<number> {
    await tx.query('insert into survey_source (name) values ($1) on conflict (name) do nothing', [name]);
    const row = await tx.one<{ id: number }>('select id from survey_source where name = $1', [name]);
    return row?.id ?? 0;
  }

  /** The id of this mapping of the source: the version in force when it says the same, else a new version. */
  async mappingVersion(tx: Tx, sourceId: number, mapping: unknown): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `with latest as (select id, number, mapping from survey_mapping where source_id = $1 order by number desc limit 1),
            made as (insert into survey_mapping (source_id, number, mapping)
                     select $1, coalesce((select number from latest), 0) + 1, $2::jsonb
                      where not exists (select 1 from latest where mapping = $2::jsonb) returning id)
       select coalesce((select id from made), (select id from latest)) as id`,
      [sourceId, JSON.stringify(mapping)],
    );
    return row?.id ?? 0;
  }

  /** The import of the same file with the same mapping that was cut short, if any. */
  unfinished(tx: Tx, sourceId: number, mappingId: number, sha256: string): Promise<ImportRow | null> {
    return tx.one<ImportRow>(
      `select ${IMPORT} from survey_import where source_id = $1 and mapping_id = $2 and file_sha256 = $3
          and finished_at is null and error is null order by id desc limit 1`,
      [sourceId, mappingId, sha256],
    );
  }

  async begin(
    tx: Tx,
    sourceId: number,
    mappingId: number,
    file: { name: string; sha256: string },
    by?: { personId: number | null; fileImportId: number },
  ): Promise<ImportRow> {
    const row = await tx.one<ImportRow>(
      `insert into survey_import (source_id, mapping_id, file_name, file_sha256, started_at, started_by, file_import_id)
       values ($1, $2, $3, $4, $5, $6, $7) returning ${IMPORT}`,
      [sourceId, mappingId, file.name, file.sha256, tx.now, by?.personId ?? null, by?.fileImportId ?? null],
    );
    if (!row) throw new Error('The import could not be recorded.');
    return row;
  }

  async checkpoint(
    tx: Tx,
    importId: number,
    at: { rowsRead: number; tally: Tally; rejectsBytes: number },
  ): Promise<void> {
    await tx.query('update survey_import set rows_read = $2, tally = $3, rejects_bytes = $4 where id = $1', [
      importId,
      at.rowsRead,
      JSON.stringify(at.tally),
      at.rejectsBytes,
    ]);
  }

  async finish(tx: Tx, importId: number, result: object, rejectsFile: string | null): Promise<void> {
    await tx.query('update survey_import set result = $2, rejects_file = $3, finished_at = $4 where id = $1', [
      importId,
      JSON.stringify(result),
      rejectsFile,
      tx.now,
    ]);
    await tx.query('delete from survey_import_seen where import_id = $1', [importId]);
  }

  /** The imports begun by now, newest first; of one source when it is given. */
  list(now: Date, limit: number, offset: number, sourceId: number | null = null): Promise<ImportListed[]> {
    return this.db.query<ImportListed>(
      `select i.id, s.name as source, i.file_name as "fileName", i.started_at as "startedAt", p.name as "startedBy",
              i.finished_at as "finishedAt", i.error, i.rows_read as "rowsRead", coalesce(i.result, i.tally) as tally,
              i.file_import_id as "fileImportId", i.rejects_file as "rejectsFile",
              case when u.finished_at is not null then 'done' when u.id is not null then 'begun' end as undo
         from survey_import i join survey_source s on s.id = i.source_id left join person p on p.id = i.started_by
         left join survey_undo u on u.id = i.undo_id
        where i.started_at <= $1 and ($4::int is null or i.source_id = $4) order by i.id desc limit $2 offset $3`,
      [now, limit, offset, sourceId],
    );
  }

  /** The list of rejected lines of an import that somebody may still want, by its own number. */
  async rejectsOf(importId: number): Promise<string | null> {
    const row = await this.db.one<{ path: string | null }>(
      'select rejects_file as path from survey_import where id = $1',
      [importId],
    );
    return row?.path ?? null;
  }

  async countAll(now: Date): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      'select count(*)::int as n from survey_import where started_at <= $1',
      [now],
    );
    return row?.n ?? 0;
  }
}
