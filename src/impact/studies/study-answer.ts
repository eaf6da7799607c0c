/** The answer of a study in short, wherever it stands: on tiles, in lists, in files. */
import { judged } from './judged.js';
import type { StoredResult } from './studies.queries.js';
import type { Study } from './study.js';
import { headlineOf, sayGrade } from './study-words.js';
import { isLimit, type Verdict } from './verdict.js';

/** In points. */
export interface DrawnEffect {
  value: number;
  low: number;
  high: number;
}

export function answerOf(study: Study, result: StoredResult) {
  const all = judged(study, result);
  return {
    sentence: headlineOf(all),
    grade: sayGrade(all.verdict.grade),
    tone: toneOf(all.verdict),
    effect: drawnEffect(all.verdict),
  };
}

/** Null where none is given. An end without a limit is no place on a line, and there is then nothing to draw either. */
export function drawnEffect({ effect }: Verdict): DrawnEffect | null {
  if (effect === null || !isLimit(effect.low) || !isLimit(effect.high)) return null;
  return { value: effect.estimate, low: effect.low, high: effect.high };
}

/** Amber where the headline is withheld. */
export const toneOf = ({ kind }: Verdict): 'brand' | 'warn' => (kind === 'withheld' ? 'warn' : 'brand');
