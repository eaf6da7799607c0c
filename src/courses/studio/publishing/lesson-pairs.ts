import { contentHash } from '../../content-hash.js';
import type { Block } from '../../blocks/block.js';

interface Lesson {
  title: string;
  blocks: Block[];
}

/** Which lesson of the older version each lesson of the newer one was; places from 0, null for a new one. */
export type Pairs = (number | null)[];

/**
 * Pairs the lessons of two versions: first those with the same blocks, then those with the same title, then those that
 * stand at the same place and have no other.
 */
export function pairLessons(older: readonly Lesson[], newer: readonly Lesson[]): Pairs {
  const pairs: Pairs = newer.map(() => null);
  const alike: ((a: Lesson, b: Lesson, at: number, place: number) => boolean)[] = [
    sameBlocks,
    (a, b) => a.title === b.title,
    (_a, _b, at, place) => at === place,
  ];
  for (const isAlike of alike) {
    newer.forEach((lesson, at) => {
      if (pairs[at] !== null) return;
      const found = older.findIndex((other, place) => !pairs.includes(place) && isAlike(other, lesson, place, at));
      if (found >= 0) pairs[at] = found;
    });
  }
  return pairs;
}

/**
 * The lessons of the newer version that stay read for whoever has read them in the older one: those that hold the same
 * blocks, whatever their title and place. The same rule as SQL is in learning/places/moving-on.queries.ts.
 * @returns positions in the newer version, from 1
 */
export function staysRead(older: readonly Lesson[], newer: readonly Lesson[]): number[] {
  return newer.flatMap((lesson, at) => (older.some((other) => sameBlocks(other, lesson)) ? [at + 1] : []));
}

export function sameBlocks(a: Lesson, b: Lesson): boolean {
  return contentHash(a.blocks) === contentHash(b.blocks);
}
