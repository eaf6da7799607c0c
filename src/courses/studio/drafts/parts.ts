import type { Parts } from '../../../platform/three-way.js';
import type { DraftContent } from './draft-content.js';

/**
 * A draft taken apart into what one person can change without touching what another writes: the course's own facts, each
 * lesson's, each block, the quiz's settings and each of its questions. The order of things is no part: moving is
 * relative, so two who move both get what they asked for.
 */
export function partsOf(content: DraftContent): Parts {
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
