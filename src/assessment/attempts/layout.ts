import { seededRandom, shuffled } from '../../statistics/seeded-random.js';
import { KINDS } from '../questions/kinds.js';
import { optionKeys } from '../questions/posted-answer.js';
import type { QuizVersion, Slot } from '../quizzes/quiz-version.js';

/** The order in which one person sees a quiz; kept in the attempt, so that it never moves under their fingers. */
export type Layout = LaidSlot[];

export interface LaidSlot {
  /** The slot's position in the quiz, which is not its place on this person's screen. */
  position: number;
  /** Option keys, top to bottom. */
  options: string[];
}

/** The same seed gives the same order, for disputes. */
export function layOut(quiz: QuizVersion, seed: number): Layout {
  const random = seededRandom(seed);
  const slots = quiz.shuffleQuestions ? shuffled(quiz.slots, random) : quiz.slots;
  return slots.map((slot) => ({ position: slot.position, options: optionOrder(quiz, slot, random) }));
}

function optionOrder(quiz: QuizVersion, { question }: Slot, random: () => number): string[] {
  const keys = optionKeys(question);
  return quiz.shuffleOptions && KINDS[question.kind].shufflesOptions ? shuffled(keys, random) : keys;
}
