import { msg, t } from '../../platform/language/t.js';
import { compare, ONE, sum } from './fraction.js';
import type { KindRules, WeighedOption } from './kind-rules.js';

/** One option is chosen and pays its own fraction, which may be negative. */
export const singleChoice: KindRules = {
  hint: msg('Choose one answer.'),
  takesSeveral: false,
  shufflesOptions: true,
  nothingChosen: msg('Choose an answer first.'),
  optionProblems,
  mark: sum,
};

function optionProblems(options: readonly WeighedOption[]): string[] {
  const hasBest = options.some((option) => compare(option.fraction, ONE) === 0);
  return hasBest ? [] : [t('no option is right; give the right one the fraction 1.')];
}
