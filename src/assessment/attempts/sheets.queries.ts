import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound } from '../../platform/errors.js';
import { QuizVersions } from '../quizzes/quiz-versions.service.js';
import type { Attempt, AttemptResponse } from './attempt.js';
import { type Sheet, sheetOf } from './sheet.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

type AttemptRow = Omit<Attempt, 'responses'>;

/** Opens attempts, and only the actor's own: anyone else's does not exist for them. */
@Injectable()
export class Sheets {
  constructor(
    private readonly db: Database,
    private readonly quizzes: QuizVersions,
  ) {}

  /** @throws NotFound */
  open(actor: Actor, attemptId: string): Promise<Sheet> {
    return this.load(this.db, actor, attemptId, '');
  }

  /** The same, held until the transaction ends, so that two tabs take turns. */
  hold(tx: Tx, actor: Actor, attemptId: string): Promise<Sheet> {
    return this.load(tx, actor, attemptId, 'for update');
  }

  private async load(on: Pick<Tx, 'query' | 'one'>, actor: Actor, attemptId: string, lock: string): Promise<Sheet> {
    if (!UUID.test(attemptId)) throw new NotFound('That quiz attempt can’t be found.');
    const attempt = await on.one<AttemptRow>(
      `select id, person_id as "personId", quiz_version_id as "quizVersionId", number, layout,
              started_at as "startedAt", submitted_at as "submittedAt", mark, max_mark as "maxMark", passed
         from attempt where id = $1 and person_id = $2 ${lock}`,
      [attemptId, actor.personId],
    );
    if (!attempt) throw new NotFound('That quiz attempt can’t be found.');
    const responses = await on.query<AttemptResponse>(
      `select position, answer, sequence, saved_at as "savedAt", checked_at as "checkedAt"
         from attempt_response where attempt_id = $1`,
      [attemptId],
    );
    return sheetOf({ ...attempt, responses }, await this.quizzes.get(attempt.quizVersionId));
  }
}
