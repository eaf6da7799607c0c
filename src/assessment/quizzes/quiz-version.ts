import type { Question } from '../questions/question.js';
import type { Behaviour } from './behaviour.js';
import type { GradingMethod } from './grading.js';

/** A published quiz. It never changes, so whoever has read it once may keep it. */
export interface QuizVersion {
  id: number;
  quizId: number;
  title: string;
  passPercent: number;
  attemptsAllowed: number | null;
  shuffleQuestions: boolean;
  shuffleOptions: boolean;
  behaviour: Behaviour;
  gradingMethod: GradingMethod;
  /** By position. */
  slots: Slot[];
}

export interface Slot {
  position: number;
  /** Decimal text, '1.0000000'. */
  maxMark: string;
  question: Question;
}
