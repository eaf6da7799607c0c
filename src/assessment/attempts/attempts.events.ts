import { eventKind } from '../../platform/events/event.js';

export interface AttemptSubmitted {
  attemptId: string;
  personId: number;
  quizId: number;
  quizVersionId: number;
  /** Whether the person's grade at this quiz version now reaches the pass mark. */
  passed: boolean;
}

/** Recorded in the transaction that closes the attempt. */
export const attemptSubmitted = eventKind<AttemptSubmitted>('assessment.attemptSubmitted');
