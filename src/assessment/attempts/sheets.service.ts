import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import { NotFound } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';
import { QuizVersions } from '../quizzes/quiz-versions.service.js';
import type { Attempt } from './attempt.js';
import { OwnAttempts } from './own-attempts.queries.js';
import { type Sheet, sheetOf } from './sheet.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Opens the actor's own attempts; anyone else's does not exist for them. */
@Injectable()
export class Sheets {
  constructor(
    private readonly attempts: OwnAttempts,
    private readonly quizzes: QuizVersions,
  ) {}

  /** @throws NotFound */
  async open(actor: Actor, attemptId: string): Promise<Sheet> {
    return this.sheetOf(await this.attempts.find(actor.personId, idOf(attemptId)));
  }

  /** The same, held until the transaction ends, so that two tabs take turns. */
  async hold(tx: Tx, actor: Actor, attemptId: string): Promise<Sheet> {
    return this.sheetOf(await this.attempts.hold(tx, actor.personId, idOf(attemptId)));
  }

  private async sheetOf(attempt: Attempt | null): Promise<Sheet> {
    if (!attempt) throw new NotFound(t(NO_ATTEMPT));
    return sheetOf(attempt, await this.quizzes.get(attempt.quizVersionId));
  }
}

const NO_ATTEMPT = msg('That quiz attempt can’t be found.');

/** PostgreSQL would complain of anything that is not a UUID. */
function idOf(attemptId: string): string {
  if (!UUID.test(attemptId)) throw new NotFound(t(NO_ATTEMPT));
  return attemptId;
}
