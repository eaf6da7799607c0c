import { RuleBroken } from '../../platform/errors.js';
import { sayList } from '../../platform/say.js';
import { t } from '../../platform/language/t.js';
import { type Sheet, unanswered } from './sheet.js';

/**
 * Gaps are pointed out once; whoever wants to hand in anyway may.
 * @throws RuleBroken naming the questions without an answer
 */
export function refuseGaps(sheet: Sheet): void {
  const numbers = unanswered(sheet).map((item) => String(item.number));
  if (numbers.length === 0) return;
  throw new RuleBroken(
    t(
      '{n, plural, one {Question {numbers} has no answer yet. Go back to it, or hand in anyway.} other {Questions {numbers} have no answer yet. Go back to them, or hand in anyway.}}',
      { n: numbers.length, numbers: sayList(numbers) },
    ),
  );
}
