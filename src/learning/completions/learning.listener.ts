import { Injectable } from '@nestjs/common';
import { attemptSubmitted } from '../../assessment/attempts/attempts.events.js';
import type { Tx } from '../../platform/database/tx.js';
import { Within } from '../../platform/events/listeners.js';
import { Completions } from './completions.service.js';
import { EvidenceQueries } from './evidence.queries.js';

/** A passed quiz may be the last piece of evidence; one quiz version can serve two versions of a course. */
@Injectable()
export class LearningListener {
  constructor(
    private readonly evidence: EvidenceQueries,
    private readonly completions: Completions,
  ) {}

  @Within(attemptSubmitted)
  async settle(tx: Tx, body: { personId: number; quizVersionId: number; passed: boolean }): Promise<void> {
    if (!body.passed) return;
    const versionIds = await this.evidence.lockByQuiz(tx, body.personId, body.quizVersionId);
    if (versionIds.length > 0) await this.completions.settle(tx, body.personId, versionIds);
  }
}
