import type { CompletionRule } from '../../courses/content/content.js';

/** What somebody has done in one course version so far. */
export interface Evidence {
  lessons: number;
  lessonsRead: number;
  quizPassed: boolean;
}

/**
 * Whether the evidence is enough. Worked example, rule `both`: four of four lessons read and the quiz failed twice is
 * not finished; the third try passes and finishes the course, whenever the lessons were read.
 */
export function isFinished(rule: CompletionRule, evidence: Evidence): boolean {
  const allRead = evidence.lessons > 0 && evidence.lessonsRead >= evidence.lessons;
  const enough: Record<CompletionRule, boolean> = {
    lessonsRead: allRead,
    quizPassed: evidence.quizPassed,
    both: allRead && evidence.quizPassed,
  };
  return enough[rule];
}
