import { msg, t } from '../../platform/language/t.js';
import { compare, ONE, sum } from './fraction.js';
import type { KindRules, WeighedOption } from './kind-rules.js';

/** A statement that is true or false; always shown in that order. */
export const trueFalse: KindRules = {
  hint: msg('Is this true or false?'),
  takesSeveral: false,
  shufflesOptions: false,
  nothingChosen: msg('Choose true or false first.'),
  optionProblems,
  mark: sum,
};

function optionProblems(options: readonly WeighedOption[]): string[] {
  const keys = options.map((option) => option.key).sort();
  if (keys.join() !== 'false,true')
    return [t('give a true or false question two options, with the keys true and false.')];
  const right = options.filter((option) => compare(option.fraction, ONE) === 0);
  return right.length === 1 ? [] : [t('give exactly one of true and false the fraction 1.')];
}
