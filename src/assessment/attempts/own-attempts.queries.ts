import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Attempt, AttemptResponse } from './attempt.js';

/** Attempts by id, and only the person's own. */
@Injectable()
export class OwnAttempts {
  constructor(private readonly db: Database) {}

  /** Null when there is none, or when it is somebody else's. */
  async find(personId: number, attemptId: string): Promise<Attempt | null> {
    const row = await this.db.one<Omit<Attempt, 'responses'> & { responses: ResponseInJson[] }>(
      `select ${ATTEMPT},
              (select coalesce(json_agg(json_build_object('position', r.position, 'answer', r.answer,
                        'sequence', r.sequence, 'savedAt', r.saved_at, 'checkedAt', r.checked_at)), '[]')
                 from attempt_response r where r.attempt_id = attempt.id) as responses
         from attempt where id = $1 and person_id = $2`,
      [attemptId, personId],
    );
    return row && { ...row, responses: row.responses.map(withDates) };
  }

  /**
   * The same, held until the transaction ends. Its answers are read once it is held: a statement that waits sees them as they
   * were before it waited.
   */
  async hold(tx: Tx, personId: number, attemptId: string): Promise<Attempt | null> {
    const attempt = await tx.one<Omit<Attempt, 'responses'>>(
      `select ${ATTEMPT} from attempt where id = $1 and person_id = $2 for update`,
      [attemptId, personId],
    );
    if (!attempt) return null;
    const responses = await tx.query<AttemptResponse>(
      `select position, answer, sequence, saved_at as "savedAt", checked_at as "checkedAt"
         from attempt_response where attempt_id = $1`,
      [attemptId],
    );
    return { ...attempt, responses };
  }
}

const ATTEMPT = `id, person_id as "personId", quiz_version_id as "quizVersionId", number, layout,
              started_at as "startedAt", submitted_at as "submittedAt", mark, max_mark as "maxMark", passed,
              answers_erased_at is not null as "answersErased"`;

/** Moments come as text inside JSON. */
type ResponseInJson = Omit<AttemptResponse, 'savedAt' | 'checkedAt'> & { savedAt: string; checkedAt: string | null };

function withDates({ savedAt, checkedAt, ...response }: ResponseInJson): AttemptResponse {
  return { ...response, savedAt: new Date(savedAt), checkedAt: checkedAt === null ? null : new Date(checkedAt) };
}
