/** Two people who changed the same thing: whether both may keep what they wrote. */
import { isDeepStrictEqual } from 'node:util';

/** A whole taken apart into what one person can change without touching what another writes, each part under its name. */
export type Parts = ReadonlyMap<string, unknown>;

/** The parts of `before` that are different or gone in `after`. What is new cannot be in anybody's way. */
export function touchedParts(before: Parts, after: Parts): string[] {
  return [...before.keys()].filter((name) => !isDeepStrictEqual(before.get(name), after.get(name)));
}

/** The parts that both changed, each in their own way, since they saw the same `base`. */
export function clashes(base: Parts, mine: Parts, theirs: Parts): string[] {
  const touched = new Set(touchedParts(base, theirs));
  return touchedParts(base, mine).filter(
    (name) => touched.has(name) && !isDeepStrictEqual(mine.get(name), theirs.get(name)),
  );
}
