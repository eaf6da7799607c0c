import { RuleBroken } from '../../platform/errors.js';
import type { PeriodChoice, PeriodRead } from './choice.js';

/**
 * A file is about the weeks that were asked for or it is not made: nobody sees in a spreadsheet that other weeks stand in it.
 * @throws RuleBroken with what cannot be
 */
export function periodOfFile({ choice, problem }: PeriodRead): PeriodChoice {
  if (problem !== null) throw new RuleBroken(problem);
  return choice;
}
