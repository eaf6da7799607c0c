import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Language } from '../../platform/language/language.js';

/** A copy of everything that is held about a person, as its page shows it. */
export interface Copy {
  id: number;
  personId: number;
  reference: string;
  name: string;
  language: Language;
  askedBy: number;
  reason: string | null;
  askedAt: Date;
  storedAs: string | null;
  bytes: number | null;
  /** Real time. */
  madeAt: Date | null;
  deletedAt: Date | null;
  /** How far its job is; null before there was one, and when it was tidied away. */
  job: { done: number; total: number | null; begun: boolean; parked: boolean; over: boolean } | null;
}

export interface CopyToMake {
  formToken: string;
  personId: number;
  askedBy: number;
  reason: string | null;
}

/** A copy that is noted as deleted, with the name of its file if it had one. */
export interface GoneCopy {
  id: number;
  askedBy: number;
  storedAs: string | null;
}

/** The rule under which copies are deleted. */
export const COPIES_RULE = 'privacy.copies';

/** The key of the one job that makes a copy. */
export const copyJobKey = (id: number): string => `subject-export-${id}`;

const COPIES = `select x.id, x.person_id as "personId", p.reference, p.name, p.language, x.asked_by as "askedBy", x.reason,
         x.asked_at as "askedAt", x.stored_as as "storedAs", x.bytes, x.made_at as "madeAt", x.deleted_at as "deletedAt",
         case when j.id is not null then json_build_object('done', j.progress_done, 'total', j.progress_total,
           'begun', j.claimed_at is not null, 'parked', j.parked_at is not null, 'over', j.done_at is not null) end as job
    from subject_export x join person p on p.id = x.person_id
    left join job j on j.schedule_key = 'subject-export-' || x.id`;

const LYING_SINCE = `select id from subject_export where stored_as is not null and made_at < $1 order by made_at limit $2`;
const LET_GO = 'update subject_export set stored_as = null, deleted_at = now()';
const AS_IT_WAS = 'returning id, asked_by as "askedBy", old.stored_as as "storedAs"';

@Injectable()
export class CopiesQueries {
  constructor(private readonly db: Database) {}

  /** The newest that somebody asked for: about themselves, or about others. */
  askedBy(personId: number, about: 'self' | 'others', limit: number): Promise<Copy[]> {
    const whom = about === 'self' ? '=' : '<>';
    return this.db.query<Copy>(
      `${COPIES} where x.asked_by = $1 and x.person_id ${whom} $1 order by x.id desc limit $2`,
      [personId, limit],
    );
  }

  /** Null as well when somebody else asked for it. */
  ofAsker(id: number, askedBy: number): Promise<Copy | null> {
    return this.db.one<Copy>(`${COPIES} where x.id = $1 and x.asked_by = $2`, [id, askedBy]);
  }

  one(id: number): Promise<Copy | null> {
    return this.db.one<Copy>(`${COPIES} where x.id = $1`, [id]);
  }

  /** How many somebody asked for since a moment; waits for another request of theirs that is under way. */
  async countSince(tx: Tx, askedBy: number, since: Date): Promise<number> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`subject export ${askedBy}`]);
    const row = await tx.one<{ n: number }>(
      'select count(*) as n from subject_export where asked_by = $1 and asked_at > $2 and asked_at <= $3',
      [askedBy, since, tx.now],
    );
    return row?.n ?? 0;
  }

  async madeWith(tx: Tx, formToken: string): Promise<number | null> {
    return (
      (await tx.one<{ id: number }>('select id from subject_export where form_token = $1', [formToken]))?.id ?? null
    );
  }

  async add(tx: Tx, { formToken, personId, askedBy, reason }: CopyToMake): Promise<number> {
    const row = await tx.one<{ id: number }>(
      `insert into subject_export (form_token, person_id, asked_by, reason, asked_at) values ($1, $2, $3, $4, $5) returning id`,
      [formToken, personId, askedBy, reason, tx.now],
    );
    return row!.id;
  }

  /** False when it is made or deleted already. */
  async noteMade(tx: Tx, id: number, storedAs: string, bytes: number): Promise<boolean> {
    const row = await tx.one(
      `update subject_export set stored_as = $2, bytes = $3, made_at = now()
        where id = $1 and stored_as is null and deleted_at is null returning id`,
      [id, storedAs, bytes],
    );
    return row !== null;
  }

  async countLyingSince(before: Date, atMost: number): Promise<number> {
    const row = await this.db.one<{ n: number }>(`select count(*) as n from (${LYING_SINCE}) old`, [before, atMost]);
    return row?.n ?? 0;
  }

  /** Notes as deleted what has lain long enough. */
  letGoSince(tx: Tx, before: Date, limit: number): Promise<GoneCopy[]> {
    return tx.query<GoneCopy>(`${LET_GO} where id in (${LYING_SINCE}) ${AS_IT_WAS}`, [before, limit]);
  }

  /** Of people who are being made anonymous: also what is being made at this moment, which then finds nothing to be noted on. */
  letGoOf(tx: Tx, personIds: readonly number[]): Promise<GoneCopy[]> {
    return tx.query<GoneCopy>(`${LET_GO} where person_id = any ($1) and deleted_at is null ${AS_IT_WAS}`, [personIds]);
  }

  /** Why somebody asked for a copy about them, and why they were on hold. */
  async forgetReasons(tx: Tx, personIds: readonly number[]): Promise<void> {
    await tx.query(`update subject_export set reason = '–' where person_id = any ($1) and reason is not null`, [
      personIds,
    ]);
    await tx.query(`update person_hold set reason = '–' where person_id = any ($1)`, [personIds]);
  }

  async names(): Promise<Set<string>> {
    const rows = await this.db.query<{ name: string }>(
      'select stored_as as name from subject_export where stored_as is not null',
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** Everybody who ever was: a leaver too. */
  personByReference(reference: string): Promise<{ id: number; name: string; anonymised: boolean } | null> {
    return this.db.one(`select id, name, anonymised_at is not null as anonymised from person where reference = $1`, [
      reference,
    ]);
  }
}
