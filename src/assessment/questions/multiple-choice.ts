import { msg, t } from '../../platform/language/t.js';
import { clamp, compare, ONE, sayFraction, sum, ZERO } from './fraction.js';
import type { KindRules, WeighedOption } from './kind-rules.js';

/**
 * Several options may be chosen; their fractions are added and kept between nothing and the whole mark, so ticking
 * everything is no better than guessing. Worked example: right 1/2 and 1/2, wrong -1/2: one right and the wrong one
 * chosen is 1/2 - 1/2 = 0.
 */
export const multipleChoice: KindRules = {
  hint: msg('You can choose more than one.'),
  takesSeveral: true,
  shufflesOptions: true,
  nothingChosen: msg('Choose at least one answer first.'),
  optionProblems,
  mark: (chosen) => clamp(sum(chosen), ZERO, ONE),
};

function optionProblems(options: readonly WeighedOption[]): string[] {
  const right = options.map((option) => option.fraction).filter((share) => compare(share, ZERO) > 0);
  if (right.length === 0) return [t('no option is right; give the right ones fractions that add up to 1.')];
  const total = sum(right);
  if (compare(total, ONE) === 0) return [];
  return [
    t('the right options add up to {total}; make their fractions add up to 1 (a third is 1/3).', {
      total: sayFraction(total),
    }),
  ];
}
