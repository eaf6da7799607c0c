import { randomUUID } from 'node:crypto';
import type { QuizContent } from '../../src/assessment/quizzes/quiz-content.js';
import { QuizPublisher } from '../../src/assessment/quizzes/quiz-publisher.service.js';
import type { TestApp } from '../support/app.js';
import { quizContent } from './quiz-samples.js';

/** A published quiz version; gives its id. */
export function aQuiz(app: TestApp, change: Partial<QuizContent> = {}): Promise<number> {
  const key = `quiz-${randomUUID()}`;
  return app.db.write((tx) => app.nest.get(QuizPublisher).publish(tx, key, quizContent({ key, ...change })));
}
