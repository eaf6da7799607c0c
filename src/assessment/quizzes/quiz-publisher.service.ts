import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { QuizContent } from './quiz-content.js';
import { QuizzesQueries } from './quizzes.queries.js';

/** Publishes quizzes as versions that never change: what people answered stays what it was. */
@Injectable()
export class QuizPublisher {
  constructor(private readonly quizzes: QuizzesQueries) {}

  /**
   * Publishes a quiz under its key. The same content again gives the version that is there; any change in a setting, a
   * question or their order makes the next version, in which unchanged questions keep theirs.
   * @returns the quiz version's id
   */
  async publish(tx: Tx, key: string, quiz: QuizContent): Promise<number> {
    const keys = quiz.questions.map((question) => question.key);
    const quizId = await this.quizzes.holdQuiz(tx, key);
    await this.quizzes.holdQuestions(tx, keys);
    await this.quizzes.addChangedQuestions(tx, quiz.questions);
    const questions = await this.quizzes.newestQuestions(tx, keys);
    const same = await this.quizzes.newestIfSame(tx, quizId, quiz, questions);
    return same ?? this.quizzes.addVersion(tx, quizId, quiz, questions);
  }
}
