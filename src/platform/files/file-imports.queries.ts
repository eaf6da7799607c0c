import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../database/tx.js';
import { type ImportState, statesBefore } from './import-state.js';
import { jsonText } from './whole-letters.js';

/** A file that somebody sent to be imported. `trial` and `result` are what its module made of it. */
export interface FileImport<Trial = unknown, Result = unknown> {
  id: number;
  kind: string;
  fileName: string;
  /** Name in the folder of uploads; null for what came by the command line. */
  storedAs: string | null;
  bytes: number;
  sha256: string;
  options: Record<string, unknown>;
  state: ImportState;
  round: number;
  trial: Trial | null;
  result: Result | null;
  trouble: string | null;
  startedBy: { id: number; name: string; language: 'en' | 'cy' } | null;
  receivedAt: Date;
  finishedAt: Date | null;
  deletedAt: Date | null;
  /** How far its job is; null before there was one. */
  job: {
    done: number;
    total: number | null;
    phase: string | null;
    begun: boolean;
    parked: boolean;
    tries: number;
  } | null;
}

export interface NewFileImport {
  kind: string;
  formToken: string;
  fileName: string;
  storedAs: string | null;
  bytes: number;
  sha256: string;
  options: object;
  state: ImportState;
  startedBy: number | null;
}

const COLUMNS = `f.id, f.kind, f.file_name as "fileName", f.stored_as as "storedAs", f.bytes, f.sha256, f.options,
  case when f.state in ('looking', 'taking') and j.done_at is not null then 'stopped'
       when f.state = 'undoing' and j.done_at is not null then 'taken' else f.state end as state,
  f.round, f.trial, f.result, f.trouble, f.received_at as "receivedAt", f.finished_at as "finishedAt",
  f.deleted_at as "deletedAt",
  case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'language', p.language) end as "startedBy",
  case when j.id is not null then json_build_object('done', j.progress_done, 'total', j.progress_total, 'phase', j.progress_phase,
    'begun', j.claimed_at > now() - interval '1 minute', 'parked', j.parked_at is not null, 'tries', j.tries) end as job`;

const FROM = `file_import f left join person p on p.id = f.started_by
  left join job j on j.schedule_key = 'file-import-' || f.id || '-' || f.round`;

/** By an administrator, on the page of jobs: nobody moves it on any more. */
const WHOSE_JOB_WAS_CANCELLED = (states: string) => `file_import.state in (${states}) and exists (select from job
  where schedule_key = 'file-import-' || file_import.id || '-' || file_import.round and done_at is not null)`;

/** The states that a file stands in, or would if its job had not been cancelled. */
const STANDS_IN = (states: string) => `(state = any (${states})
  or ('stopped' = any (${states}) and ${WHOSE_JOB_WAS_CANCELLED(`'looking', 'taking'`)})
  or ('taken' = any (${states}) and ${WHOSE_JOB_WAS_CANCELLED(`'undoing'`)}))`;

/** Somebody may still be at work on a big one; nobody is after three days. */
const AT_WORK = `state in ('looking', 'taking') and stored_at > now() - interval '3 days'`;

/** The key of the one job that looks at a file or takes it over in this round. */
export const jobKey = (id: number, round: number): string => `file-import-${id}-${round}`;

@Injectable()
export class FileImportsQueries {
  constructor(private readonly db: Database) {}

  /** Null as well when it is of another kind: one page never opens what belongs to another. */
  one<T, R>(id: number, kinds: readonly string[]): Promise<FileImport<T, R> | null> {
    return this.db.one<FileImport<T, R>>(`select ${COLUMNS} from ${FROM} where f.id = $1 and f.kind = any ($2)`, [
      id,
      kinds,
    ]);
  }

  /** Those of some kinds in some states, newest first; all states when none is named. */
  list<T, R>(
    kinds: readonly string[],
    limit: number,
    states: readonly ImportState[] = [],
  ): Promise<FileImport<T, R>[]> {
    return this.db.query<FileImport<T, R>>(
      `select ${COLUMNS} from ${FROM} where f.kind = any ($1) and (cardinality($3::text[]) = 0 or f.state = any ($3))
        order by f.id desc limit $2`,
      [kinds, limit, states],
    );
  }

  /** The file of these kinds that a job has in hand before this one's turn comes. */
  ahead(id: number, kinds: readonly string[]): Promise<{ fileName: string; name: string | null } | null> {
    return this.db.one(
      `select f.file_name as "fileName", p.name from ${FROM}
        where f.kind = any ($2) and f.id <> $1 and f.state in ('looking', 'taking', 'undoing') and j.claimed_at is not null
        order by f.id limit 1`,
      [id, kinds],
    );
  }

  /** Its id, or that of the import that the same form made before. */
  async add(tx: Tx, file: NewFileImport): Promise<{ id: number; isNew: boolean }> {
    const made = await tx.one<{ id: number }>(
      `insert into file_import (kind, form_token, file_name, stored_as, bytes, sha256, options, state, started_by, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (form_token) do nothing returning id`,
      [
        ...[file.kind, file.formToken, file.fileName, file.storedAs, file.bytes, file.sha256],
        ...[jsonText(file.options), file.state, file.startedBy, tx.now],
      ],
    );
    if (made) return { id: made.id, isNew: true };
    const known = await tx.one<{ id: number }>('select id from file_import where form_token = $1', [file.formToken]);
    return { id: known?.id ?? 0, isNew: false };
  }

  /**
   * The import's round when it could move on, null when somebody else was quicker. A new job is a new round; what the look
   * before found is forgotten as soon as another begins, lest anybody take it for what holds.
   */
  async move(tx: Tx, id: number, to: ImportState, change: Change = {}): Promise<number | null> {
    const row = await tx.one<{ round: number }>(
      `update file_import set state = $2, round = round + $4::int, options = options || $5::jsonb,
              trial = case when $2 in ('looking', 'taken', 'dropped') then null else coalesce($6, trial) end, result = coalesce($7, result), trouble = $8,
              finished_at = case when 'undoing' in ($2, state) then finished_at
                when $2 in ('taken', 'failed', 'stopped', 'dropped') then $9::timestamptz end
        where id = $1 and ${STANDS_IN('$3')} returning round`,
      [
        ...[id, to, statesBefore(to), change.newRound ? 1 : 0, jsonText(change.options ?? {})],
        ...[asJson(change.trial), asJson(change.result), change.trouble ?? null, tx.now],
      ],
    );
    return row?.round ?? null;
  }

  async setOptions(tx: Tx, id: number, options: object): Promise<void> {
    await tx.query('update file_import set options = options || $2::jsonb where id = $1', [id, jsonText(options)]);
  }

  async stateOf(tx: Pick<Tx, 'one'>, id: number): Promise<ImportState | null> {
    return (await tx.one<{ state: ImportState }>('select state from file_import where id = $1', [id]))?.state ?? null;
  }

  async noteDeleted(ids: readonly number[]): Promise<void> {
    await this.db.query('update file_import set deleted_at = now() where id = any ($1) and deleted_at is null', [ids]);
  }

  /** Files that have lain for a day with nobody at work on them: they count as thrown away. Real time. */
  expired(): Promise<{ id: number; storedAs: string | null }[]> {
    return this.db.query(
      `update file_import set state = case when state in ('taken', 'undoing', 'undone', 'failed') then state else 'dropped' end,
              trial = case when state = 'failed' then trial end, deleted_at = now()
        where deleted_at is null and stored_at < now() - interval '1 day' and not (${AT_WORK})
       returning id, stored_as as "storedAs"`,
    );
  }

  /** Names of all files that have an import to belong to. */
  async lying(): Promise<Set<string>> {
    const rows = await this.db.query<{ name: string }>(
      'select stored_as as name from file_import where deleted_at is null and stored_as is not null',
    );
    return new Set(rows.map(({ name }) => name));
  }
}

export interface Change {
  newRound?: boolean;
  options?: object;
  trial?: unknown;
  result?: unknown;
  trouble?: string;
}

const asJson = (value: unknown) => (value === undefined ? null : jsonText(value));
