/** A question as a version keeps it: never changed once published, so answers can point at it for good. */

export const QUESTION_KINDS = ['singleChoice', 'multipleChoice', 'trueFalse'] as const;

export type QuestionKind = (typeof QUESTION_KINDS)[number];

export interface Option {
  /** Unique in the question; what answers are stored by. Never sent to a browser, since its order can give the answer away. */
  key: string;
  text: string;
  /** The share of the mark that choosing it earns, from -1 to 1, as text that `toFraction` reads: '1', '-1/3', '0.25'. */
  fraction: string;
  feedback: string;
}

/** Said for the answer as a whole. Where `partly` is null, `incorrect` is said to the partly right. */
export interface CombinedFeedback {
  correct: string;
  partly: string | null;
  incorrect: string;
}

export interface Question {
  kind: QuestionKind;
  text: string;
  options: Option[];
  feedback: CombinedFeedback;
}

/** What is stored as an answer: the keys chosen, each once, in the order in which the question lists them. */
export interface Answer {
  chosen: string[];
}
