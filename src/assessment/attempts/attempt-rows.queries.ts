import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Answer } from '../questions/question.js';
import type { AttemptMarks } from './marks.js';
import type { Layout } from './layout.js';

export interface NewAttempt {
  personId: number;
  quizId: number;
  quizVersionId: number;
  seed: number;
  layout: Layout;
}

export interface AttemptStep {
  kind: 'started' | 'shown' | 'answered' | 'checked' | 'submitted';
  position?: number;
  token?: string;
  answer?: Answer;
}

/** An answer on its way into its slot. */
export interface NewAnswer {
  attemptId: string;
  position: number;
  token: string;
  answer: Answer;
  /** What it earned, as decimal text, which fixes it; null while it may still change. */
  fraction: string | null;
}

/** The statements of which attempts are made; most run in the transaction of a use case. */
@Injectable()
export class AttemptRows {
  constructor(private readonly db: Database) {}

  /** The attempt that this person has open at this quiz, in whichever version. */
  async openAttempt(tx: Tx, personId: number, quizId: number): Promise<string | null> {
    const open = await tx.one<{ id: string }>(
      'select id from attempt where person_id = $1 and quiz_id = $2 and submitted_at is null',
      [personId, quizId],
    );
    return open?.id ?? null;
  }

  /** Adds the next attempt; null when another tab has opened one in the meantime. */
  async add(tx: Tx, { personId, quizId, quizVersionId, seed, layout }: NewAttempt): Promise<string | null> {
    const added = await tx.one<{ id: string }>(
      `insert into attempt (person_id, quiz_id, quiz_version_id, number, seed, layout, started_at)
       select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6 from attempt where person_id = $1 and quiz_id = $2
       on conflict do nothing returning id`,
      [personId, quizId, quizVersionId, seed, JSON.stringify(layout), tx.now],
    );
    return added?.id ?? null;
  }

  /**
   * Writes down steps for disputes, in their order. A question counts as shown once, however often its page is loaded.
   * @param on a transaction, or the database for a step that stands alone
   */
  async note(on: Pick<Tx, 'query' | 'now'>, attemptId: string, ...steps: AttemptStep[]): Promise<void> {
    await on.query(
      `insert into attempt_event (attempt_id, kind, position, token, answer, happened_at)
       select $1, s.kind, s.position, s.token, s.answer, $2 from ${STEPS} order by s.nth
       on conflict (attempt_id, position) where kind = 'shown' do nothing`,
      [attemptId, on.now, JSON.stringify(steps)],
    );
  }

  /** The answer that was saved under this token, if any was. */
  async savedUnder(tx: Tx, attemptId: string, position: number, token: string): Promise<Answer | null> {
    const saved = await tx.one<{ answer: Answer }>(
      'select answer from attempt_event where attempt_id = $1 and position = $2 and token = $3',
      [attemptId, position, token],
    );
    return saved?.answer ?? null;
  }

  /** Keeps the latest answer of a slot, counts the saves, and writes the steps down. */
  async keep(tx: Tx, saved: NewAnswer): Promise<void> {
    const { attemptId, position, answer, fraction } = saved;
    await tx.query(
      `with kept as (
         insert into attempt_response as r (attempt_id, position, answer, sequence, saved_at, checked_at, fraction)
         values ($1, $4, $5, 1, $2, case when $6::numeric is not null then $2::timestamptz end, $6)
         on conflict (attempt_id, position) do update
            set answer = excluded.answer, sequence = r.sequence + 1, saved_at = excluded.saved_at,
                checked_at = excluded.checked_at, fraction = excluded.fraction
         returning attempt_id)
       ${NOTED}`,
      [attemptId, tx.now, JSON.stringify(stepsOf(saved)), position, JSON.stringify(answer), fraction],
    );
  }

  /**
   * The same for the first answer to a slot of an open attempt, as one statement that is a transaction of its own: what
   * nearly every save is.
   * @returns false when the slot has an answer by now or the attempt is handed in; then nothing was changed
   */
  async keepFirst(saved: NewAnswer, now: Date): Promise<boolean> {
    const { attemptId, position, answer, fraction } = saved;
    const noted = await this.db.query(
      `with held as (select id from attempt where id = $1 and submitted_at is null for update),
       kept as (
         insert into attempt_response (attempt_id, position, answer, sequence, saved_at, checked_at, fraction)
         select id, $4, $5, 1, $2, case when $6::numeric is not null then $2::timestamptz end, $6 from held
         on conflict do nothing returning attempt_id)
       ${NOTED}`,
      [attemptId, now, JSON.stringify(stepsOf(saved)), position, JSON.stringify(answer), fraction],
    );
    return noted.length > 0;
  }

  /** Closes an attempt with its marks; answers that were not checked on the way are from now on. */
  async close(tx: Tx, attemptId: string, marks: AttemptMarks, passed: boolean): Promise<void> {
    await tx.query(
      `update attempt_response r set checked_at = coalesce(r.checked_at, $2), fraction = w.fraction
         from unnest($3::int[], $4::numeric[]) as w(position, fraction)
        where r.attempt_id = $1 and r.position = w.position`,
      [attemptId, tx.now, marks.fractions.map((f) => f.position), marks.fractions.map((f) => f.fraction)],
    );
    await tx.query('update attempt set submitted_at = $2, mark = $3, max_mark = $4, passed = $5 where id = $1', [
      attemptId,
      tx.now,
      marks.mark,
      marks.maxMark,
      passed,
    ]);
  }
}

/** `$3`: the steps as JSON. */
const STEPS = `rows from (jsonb_to_recordset($3) as (kind text, position int, token uuid, answer jsonb))
              with ordinality as s (kind, position, token, answer, nth)`;

const NOTED = `insert into attempt_event (attempt_id, kind, position, token, answer, happened_at)
       select kept.attempt_id, s.kind, s.position, s.token, s.answer, $2 from kept cross join ${STEPS} order by s.nth
       returning 1`;

function stepsOf({ position, token, answer, fraction }: NewAnswer): AttemptStep[] {
  const answered = { kind: 'answered', position, token, answer } as const;
  return fraction === null ? [answered] : [answered, { kind: 'checked', position }];
}
