import { Injectable } from '@nestjs/common';
import { NotFound } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { QuizVersion } from './quiz-version.js';
import { QuizzesQueries } from './quizzes.queries.js';

/** Published quizzes, kept in memory once read: they never change, and every page of an attempt needs one. */
@Injectable()
export class QuizVersions {
  private readonly known = new Map<number, QuizVersion>();

  constructor(private readonly quizzes: QuizzesQueries) {}

  /** @throws NotFound when there is no such version. */
  async get(quizVersionId: number): Promise<QuizVersion> {
    const version = this.known.get(quizVersionId) ?? (await this.quizzes.version(quizVersionId));
    if (!version) throw new NotFound(t('That quiz can’t be found.'));
    this.known.set(quizVersionId, version);
    return version;
  }
}
