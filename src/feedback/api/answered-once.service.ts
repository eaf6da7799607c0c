import { Injectable } from '@nestjs/common';
import { ApiProblem } from '../../platform/api/api-problem.js';
import type { ServiceAccount } from '../../platform/api/service-account.js';
import { Database } from '../../platform/database/database.js';
import type { Tx } from '../../platform/database/tx.js';
import { Turns } from '../../platform/turns.js';
import { ApiAnswersQueries } from './api-answers.queries.js';

/** A request as it is known again. */
export interface SentRequest {
  /** SHA-256 of the body as it arrived. */
  bodySha256: string;
  /** Null when the program gave none. */
  idempotencyKey: string | null;
}

/** Each has a connection, also while an import makes it wait; so many at a time are as fast as more, since one lands after the other. */
const AT_ONCE = 2;
const PATIENCE_MS = 10_000;

/** What a program sends under an Idempotency-Key lands once, in one transaction with its answer. */
@Injectable()
export class AnsweredOnce {
  private readonly turns = new Turns(AT_ONCE, PATIENCE_MS);

  constructor(
    private readonly db: Database,
    private readonly answers: ApiAnswersQueries,
  ) {}

  /** @throws ApiProblem when the key was used for another request; TooBusy when those before it take too long */
  take<T>(account: ServiceAccount, { idempotencyKey: key, bodySha256 }: SentRequest, land: (tx: Tx) => Promise<T>) {
    const once = async (tx: Tx): Promise<T> => {
      if (key === null) return land(tx);
      const earlier = await this.answers.claim(tx, account.id, key, bodySha256);
      if (earlier !== null) return sameAs(earlier.bodySha256, bodySha256, earlier.answer as T);
      const answer = await land(tx);
      await this.answers.keep(tx, account.id, key, answer);
      return answer;
    };
    return this.turns.take(() => this.db.write(once));
  }
}

function sameAs<T>(earlier: string, now: string, answer: T): T {
  if (earlier === now) return answer;
  const detail = 'This Idempotency-Key was used for a request with another body. Use a new key for a new request.';
  throw new ApiProblem(422, 'idempotency-key-reused', detail, {
    errors: [{ parameter: 'Idempotency-Key', detail: 'Used before with another body.' }],
  });
}
