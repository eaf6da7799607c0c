/** Which of a unit's single answers are asked for: read from the address of the list and written into it. */
import { DRIVER_NAMES, DRIVERS, type Driver } from '../platform/drivers.js';
import { type Emotion, EMOTION_NAMES, EMOTIONS } from '../platform/emotions.js';
import { t } from '../platform/language/t.js';

/** What a customer can have answered. */
export const QUESTIONS = ['ease', 'emotion', ...DRIVERS] as const;
export type Question = 'ease' | 'emotion' | Driver;

export interface AnswersAsked {
  /** Only answers to this question: those that a score of it was worked out from. */
  answered: Question | null;
  /** Only of those who felt so. */
  felt: Emotion | null;
}

export function readAnswersAsked(answered: unknown, felt: unknown): AnswersAsked {
  return {
    answered: QUESTIONS.find((question) => question === answered) ?? null,
    felt: EMOTIONS.find((emotion) => emotion === felt) ?? null,
  };
}

/** What the list is narrowed to, as sentences; none for all answers. */
export function sayAnswersAsked({ answered, felt }: AnswersAsked): string[] {
  return [
    ...(answered ? [t('Only those who answered about “{question}”.', { question: nameOf(answered) })] : []),
    ...(felt ? [t('Only those who felt “{emotion}”.', { emotion: t(EMOTION_NAMES[felt]) })] : []),
  ];
}

function nameOf(question: Question): string {
  if (question === 'ease') return t('Ease');
  return question === 'emotion' ? t('Felt') : t(DRIVER_NAMES[question]);
}
