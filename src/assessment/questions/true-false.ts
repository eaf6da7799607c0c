import { compare, ONE, sum } from './fraction.js';
import type { KindRules, WeighedOption } from './kind-rules.js';

/** A statement that is true or false; always shown in that order. */
export const trueFalse: KindRules = {
  hint: 'Is this true or false?',
  takesSeveral: false,
  shufflesOptions: false,
  nothingChosen: 'Choose true or false first.',
  optionProblems,
  mark: sum,
};

function optionProblems(options: readonly WeighedOption[]): string[] {
  const keys = options.map((option) => option.key).sort();
  if (keys.join() !== 'false,true') return ['give a true or false question two options, with the keys true and false.'];
  const right = options.filter((option) => compare(option.fraction, ONE) === 0);
  return right.length === 1 ? [] : ['give exactly one of true and false the fraction 1.'];
}
