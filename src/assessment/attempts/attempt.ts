import type { Answer } from '../questions/question.js';
import type { Layout } from './layout.js';

export interface Attempt {
  id: string;
  personId: number;
  quizVersionId: number;
  /** Counted per person and quiz, from 1. */
  number: number;
  layout: Layout;
  startedAt: Date;
  submittedAt: Date | null;
  /** Decimal text once handed in. */
  mark: string | null;
  maxMark: string | null;
  /** Whether the grade over this and the earlier attempts reaches the pass mark; null until handed in. */
  passed: boolean | null;
  /** Its single answers were let go after their time; the mark stays. */
  answersErased: boolean;
  responses: AttemptResponse[];
}

/** The latest answer to one slot. */
export interface AttemptResponse {
  position: number;
  answer: Answer;
  /** Counts the saves, from 1. */
  sequence: number;
  /** Null in a rehearsal, which saves nothing. */
  savedAt: Date | null;
  checkedAt: Date | null;
}
