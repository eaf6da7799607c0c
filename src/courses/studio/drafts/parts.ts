import { isDeepStrictEqual } from 'node:util';
import type { DraftContent } from './draft-content.js';

/**
 * A draft taken apart into what one person can change without touching what another writes: the course's own facts, each
 * lesson's, each block, the quiz's settings and each of its questions. The order of things is no part: moving is
 * relative, so two who move both get what they asked for.
 */
export function partsOf(content: DraftContent): Map<string, unknown> {
  const { lessons, quiz, ...facts } = content;
  const parts = new Map<string, unknown>([['course', facts]]);
  for (const { key, title, minutes, blocks } of lessons) {
    parts.set(`lesson ${key}`, { title, minutes });
    for (const block of blocks) parts.set(`block ${key} ${block.key}`, block);
  }
  if (quiz !== null) {
    const { questions, ...settings } = quiz;
    parts.set('quiz', settings);
    for (const question of questions) parts.set(`question ${question.key}`, question);
  }
  return parts;
}

/** The parts of `before` that are different or gone in `after`. What is new cannot be in anybody's way. */
export function touchedParts(before: DraftContent, after: DraftContent): Set<string> {
  const changed = partsOf(after);
  return new Set([...partsOf(before)].filter(([name, part]) => !isDeepStrictEqual(part, changed.get(name))).map(first));
}

/** The parts that both changed, each in their own way, since they saw the same draft. */
export function clashes(base: DraftContent, mine: DraftContent, theirs: DraftContent): string[] {
  const [after, now] = [partsOf(mine), partsOf(theirs)];
  const touched = touchedParts(base, theirs);
  return [...touchedParts(base, mine)].filter(
    (name) => touched.has(name) && !isDeepStrictEqual(after.get(name), now.get(name)),
  );
}

const first = ([name]: [string, unknown]) => name;
