import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { IsoDate } from '../../platform/dates.js';
import { API_MAPPING } from '../api/api-mapping.js';
import type { UndoTally } from './undo-tally.js';

/** An import of answers with what has become of its undo, if somebody asked for one. */
export interface PastImport {
  id: number;
  sourceId: number;
  source: string;
  fileName: string;
  /** Its page, when it came by one. */
  fileImportId: number | null;
  startedAt: Date;
  startedBy: string | null;
  finishedAt: Date | null;
  counts: { read?: number; new?: number; changed?: number; unchanged?: number; rejected?: number; tests?: number };
  /** Sent by a program, in batches. */
  sent: boolean;
  undo: PastUndo | null;
}

export interface PastUndo {
  id: number;
  madeAt: Date;
  madeBy: string | null;
  finishedAt: Date | null;
  imports: number;
  total: number;
  tally: Partial<UndoTally>;
  /** Null before its job is there. */
  job: { begun: boolean; over: boolean; parked: boolean; tries: number; phase: string | null } | null;
}

/** An undo at its checkpoint. */
export interface OpenUndo {
  id: number;
  importIds: number[];
  madeBy: number | null;
  /** The language of whoever asked for it. */
  language: 'en' | 'cy';
  total: number;
  tally: Partial<UndoTally>;
  linesBytes: number;
}

export const jobKey = (undoId: number, round: number): string => `survey-undo-${undoId}-${round}`;

/** Undos of imports of answers: what they would do, who asked for them and how far they are. */
@Injectable()
export class UndoneImportsQueries {
  constructor(private readonly db: Database) {}

  /** Null when there is no such import, or it has not begun by now. */
  one(importId: number, now: Date): Promise<PastImport | null> {
    return this.db
      .one<PastImport>(
        `select i.id, i.source_id as "sourceId", s.name as source, i.file_name as "fileName", i.started_at as "startedAt",
              i.file_import_id as "fileImportId", p.name as "startedBy", i.finished_at as "finishedAt",
              coalesce(i.result, i.tally) as counts, m.mapping @> $3::jsonb as sent, ${UNDO} as undo
         from survey_import i join survey_source s on s.id = i.source_id join survey_mapping m on m.id = i.mapping_id
         left join person p on p.id = i.started_by
        where i.id = $1 and i.started_at <= $2`,
        [importId, now, SENT],
      )
      .then(withMoments);
  }

  /** The import that a file on its page has become, also one that was stopped half way. */
  async ofFile(fileImportId: number): Promise<number | null> {
    const row = await this.db.one<{ id: number }>(
      'select id from survey_import where file_import_id = $1 and rows_read > 0 order by id desc limit 1',
      [fileImportId],
    );
    return row?.id ?? null;
  }

  /** The batches that programs sent for a source on a London day, and that nobody has undone. */
  async sentOn(sourceId: number, day: IsoDate, now: Date): Promise<number[]> {
    const rows = await this.db.query<{ id: number }>(
      `select i.id from survey_import i join survey_mapping m on m.id = i.mapping_id
        where i.source_id = $1 and m.mapping @> $4::jsonb and i.undo_id is null and i.started_at <= $3
          and (i.started_at at time zone 'Europe/London')::date = $2 order by i.id`,
      [sourceId, day, now, SENT],
    );
    return rows.map(({ id }) => id);
  }

  async sourceNamed(name: string): Promise<number | null> {
    return (await this.db.one<{ id: number }>('select id from survey_source where name = $1', [name]))?.id ?? null;
  }

  /** What undoing these would do as things are. Counted by index: what they set, what they corrected, what was corrected since. */
  async plan(importIds: readonly number[], on: Pick<Tx, 'one'> = this.db): Promise<UndoTally> {
    const row = await on.one<UndoTally>(PLAN, [importIds]);
    return row ?? { gone: 0, back: 0, later: 0, unknown: 0 };
  }

  /** How many answers later imports of the same sources found just as these had left them. */
  async foundUnchanged(importIds: readonly number[]): Promise<number> {
    const row = await this.db.one<{ n: number }>(
      `select coalesce(sum((coalesce(i.result, i.tally) ->> 'unchanged')::bigint), 0) as n from survey_import i
         join (select source_id, max(id) as id from survey_import where id = any ($1) group by 1) mine
           on mine.source_id = i.source_id and i.id > mine.id
        where i.undo_id is null`,
      [importIds],
    );
    return row?.n ?? 0;
  }

  /** Whether this form has made its undo before. */
  async made(tx: Tx, formToken: string): Promise<boolean> {
    return (await tx.one('select id from survey_undo where form_token = $1', [formToken])) !== null;
  }

  /** Begins an undo of those imports of the list that nobody has undone. @returns which; the undo is there only if some are */
  async begin(tx: Tx, importIds: readonly number[], formToken: string, madeBy: number | null) {
    const free = await tx.query<{ id: number }>(
      'select id from survey_import where id = any ($1) and undo_id is null order by id for update',
      [importIds],
    );
    if (free.length === 0) return null;
    const ids = free.map(({ id }) => id);
    const { gone, back, later, unknown } = await this.plan(ids, tx);
    const made = await tx.one<{ id: number }>(
      'insert into survey_undo (form_token, made_by, made_at, total) values ($1, $2, $3, $4) returning id',
      [formToken, madeBy, tx.now, gone + back + later + unknown],
    );
    await tx.query('update survey_import set undo_id = $2 where id = any ($1)', [ids, made?.id]);
    return { undoId: made?.id ?? 0, importIds: ids };
  }

  /** One more round of an undo whose job has ended before it did. @returns the round; null when its job is still there */
  async beginAgain(tx: Tx, undoId: number): Promise<number | null> {
    const row = await tx.one<{ round: number }>(
      `update survey_undo u set round = round + 1 where id = $1 and finished_at is null and not exists (
         select from job j where j.schedule_key = 'survey-undo-' || u.id || '-' || u.round and j.done_at is null)
       returning round`,
      [undoId],
    );
    return row?.round ?? null;
  }

  /** An undo of one of these imports that has not ended. */
  async unfinished(tx: Tx, importIds: readonly number[]): Promise<number | null> {
    const row = await tx.one<{ id: number }>(
      `select u.id from survey_undo u join survey_import i on i.undo_id = u.id
        where i.id = any ($1) and u.finished_at is null order by u.id limit 1`,
      [importIds],
    );
    return row?.id ?? null;
  }

  /** Null when it has ended. */
  open(undoId: number): Promise<OpenUndo | null> {
    return this.db.one<OpenUndo>(
      `select u.id, u.made_by as "madeBy", coalesce(p.language, 'en') as language, u.total, u.tally,
              u.lines_bytes as "linesBytes",
              array(select i.id from survey_import i where i.undo_id = u.id order by i.id) as "importIds"
         from survey_undo u left join person p on p.id = u.made_by where u.id = $1 and u.finished_at is null`,
      [undoId],
    );
  }

  /** What was cut short is not gone on with after its undo: the same file is imported from its beginning. */
  async endImports(tx: Tx, undoId: number): Promise<void> {
    await tx.query(
      `with ended as (update survey_import set finished_at = coalesce(finished_at, $2) where undo_id = $1 returning id)
       delete from survey_import_seen seen using ended where seen.import_id = ended.id`,
      [undoId, tx.now],
    );
  }

  async checkpoint(tx: Tx, undoId: number, tally: UndoTally, linesBytes: number): Promise<void> {
    await tx.query('update survey_undo set tally = $2, lines_bytes = $3 where id = $1', [
      undoId,
      JSON.stringify(tally),
      linesBytes,
    ]);
  }

  /** @returns the page of the file that is undone by it, if it came by one: what programs sent did not */
  async finish(tx: Tx, undoId: number): Promise<number | null> {
    await tx.query('update survey_undo set finished_at = $2 where id = $1', [undoId, tx.now]);
    const row = await tx.one<{ id: number | null }>(
      'select max(file_import_id) as id from survey_import where undo_id = $1',
      [undoId],
    );
    return row?.id ?? null;
  }
}

/** What every mapping of the API has had: fields that came later are left out. */
const SENT = JSON.stringify({
  responseId: API_MAPPING.responseId,
  unit: API_MAPPING.unit,
  time: API_MAPPING.time,
  drivers: API_MAPPING.drivers,
});

const UNDO = `(
  select json_build_object('id', u.id, 'madeAt', u.made_at, 'madeBy', who.name, 'finishedAt', u.finished_at,
           'imports', (select count(*) from survey_import i where i.undo_id = u.id),
           'total', u.total, 'tally', u.tally,
           'job', case when j.id is not null then json_build_object('begun', j.claimed_at > now() - interval '1 minute',
                    'over', j.done_at is not null, 'parked', j.parked_at is not null, 'tries', j.tries,
                    'phase', j.progress_phase) end)
    from survey_undo u left join person who on who.id = u.made_by
    left join job j on j.schedule_key = 'survey-undo-' || u.id || '-' || u.round
   where u.id = i.undo_id)`;

const PLAN = `
  with corrected as (
         select distinct h.response_id from survey_response_history h join survey_response r on r.id = h.response_id
          where h.import_id = any ($1) and r.import_id = any ($1)),
       held as (
         select below.known from corrected c
          cross join lateral (select h.old ? 'answered_at' as known from survey_response_history h
            where h.response_id = c.response_id and h.was_import_id <> all ($1) order by h.id desc limit 1) below)
  select (select count(*) from survey_response where import_id = any ($1)) - (select count(*) from held) as gone,
         (select count(*) from held where known) as back, (select count(*) from held where not known) as unknown,
         (select count(distinct h.response_id) from survey_response_history h join survey_response r on r.id = h.response_id
           where h.was_import_id = any ($1) and r.import_id <> all ($1)) as later`;

/** JSON holds moments as text. */
function withMoments(found: PastImport | null): PastImport | null {
  if (!found?.undo) return found;
  const { madeAt, finishedAt } = found.undo;
  const ended = finishedAt === null ? null : new Date(finishedAt);
  return { ...found, undo: { ...found.undo, madeAt: new Date(madeAt), finishedAt: ended } };
}
