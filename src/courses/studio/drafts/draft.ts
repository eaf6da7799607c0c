import type { DraftContent } from './draft-content.js';

/** Somebody of the CX team, as a draft names its authors. */
export interface Author {
  id: number;
  name: string;
}

export type DraftState = 'open' | 'published' | 'deleted';

export interface DraftFacts {
  id: number;
  /** Null for a course that was never published. */
  courseId: number | null;
  /** The published version that the draft goes on from; null for a course that was never published. */
  basedOn: number | null;
  slug: string;
  state: DraftState;
  /** Goes up by one with every change; a form sends back the one that its page showed. */
  revision: number;
  madeAt: Date;
  madeBy: Author;
  changedAt: Date;
  changedBy: Author;
}

export interface Draft extends DraftFacts {
  content: DraftContent;
}

/** A draft in a list. */
export interface DraftCard extends DraftFacts {
  title: string;
  kind: DraftContent['kind'];
  language: DraftContent['language'];
  lessons: number;
  questions: number;
}

/** One step of a draft's history. */
export interface DraftChange {
  /** That it made. */
  revision: number;
  /** It took back everything from this revision on; null when it is not an undo. */
  undoes: number | null;
  /** As `sayWords` reads them. */
  words: string;
  changedAt: Date;
  changedBy: Author;
}
