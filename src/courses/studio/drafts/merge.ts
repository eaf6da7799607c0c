import { isDeepStrictEqual } from 'node:util';
import { clashes } from '../../../platform/three-way.js';
import type { DraftContent } from './draft-content.js';
import { partsOf } from './parts.js';

/** A change, made for a draft that others may have changed since. */
interface ChangeOnOldDraft {
  /** What the author saw, and what the draft holds now. */
  base: DraftContent;
  now: DraftContent;
  change: (content: DraftContent) => DraftContent;
}

export type Merged = { clash: true } | { clash: false; content: DraftContent };

/** Makes the change on what is there now, unless it touches a part that has become something else since. */
export function mergeChange({ base, now, change }: ChangeOnOldDraft): Merged {
  const both = clashes(partsOf(base), partsOf(change(base)), partsOf(now));
  return both.length > 0 ? { clash: true } : { clash: false, content: change(now) };
}

/**
 * Whether the change that came right after `base` was this one: the same form sent twice, by a double click or after a
 * lost answer.
 * @param next what the draft held after that change
 */
export function isRepeated(
  base: DraftContent,
  next: DraftContent,
  change: (content: DraftContent) => DraftContent,
): boolean {
  return isDeepStrictEqual(plain(change(base)), plain(next));
}

/** As it comes back from the database. */
const plain = (content: DraftContent): unknown => JSON.parse(JSON.stringify(content));
