import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Attempt, AttemptResponse } from './attempt.js';

/** Attempts by id, and only the person's own. */
@Injectable()
export class OwnAttempts {
  constructor(private readonly db: Database) {}

  /** Null when there is none, or when it is somebody else's. */
  find(personId: number, attemptId: string): Promise<Attempt | null> {
    return this.read(this.db, personId, attemptId, '');
  }

  /** The same, held until the transaction ends. */
  hold(tx: Tx, personId: number, attemptId: string): Promise<Attempt | null> {
    return this.read(tx, personId, attemptId, 'for update');
  }

  private async read(
    on: Pick<Tx, 'query' | 'one'>,
    personId: number,
    attemptId: string,
    lock: '' | 'for update',
  ): Promise<Attempt | null> {
    const attempt = await on.one<Omit<Attempt, 'responses'>>(
      `select id, person_id as "personId", quiz_version_id as "quizVersionId", number, layout,
              started_at as "startedAt", submitted_at as "submittedAt", mark, max_mark as "maxMark", passed,
              answers_erased_at is not null as "answersErased"
         from attempt where id = $1 and person_id = $2 ${lock}`,
      [attemptId, personId],
    );
    if (!attempt) return null;
    const responses = await on.query<AttemptResponse>(
      `select position, answer, sequence, saved_at as "savedAt", checked_at as "checkedAt"
         from attempt_response where attempt_id = $1`,
      [attemptId],
    );
    return { ...attempt, responses };
  }
}
