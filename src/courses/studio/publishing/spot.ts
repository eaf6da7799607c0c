/** Where in a draft something stands, so that a sentence about it can lead there. */
export type Spot =
  | { in: 'facts'; field: string | null }
  | { in: 'lesson'; position: number; block: string | null }
  | { in: 'quiz'; field: string | null }
  | { in: 'question'; key: string };

/** A sentence about one place of a draft. */
export interface Remark {
  sentence: string;
  spot: Spot;
}

export const facts = (field: string | null = null): Spot => ({ in: 'facts', field });

/** @param position from 1 */
export const inLesson = (position: number, block: string | null = null): Spot => ({ in: 'lesson', position, block });

export const inQuiz = (field: string | null = null): Spot => ({ in: 'quiz', field });

export const inQuestion = (key: string): Spot => ({ in: 'question', key });

/** One text for one place, whatever its field: two sentences about one place would say the same thing twice. */
export function spotName(spot: Spot): string {
  if (spot.in === 'lesson') return `lesson ${spot.position} ${spot.block ?? ''}`;
  return spot.in === 'question' ? `question ${spot.key}` : `${spot.in} ${spot.field ?? ''}`;
}
