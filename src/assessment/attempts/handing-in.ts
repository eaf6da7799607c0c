import { RuleBroken } from '../../platform/errors.js';
import { sayList } from '../../platform/say.js';
import { type Sheet, unanswered } from './sheet.js';

/**
 * Gaps are pointed out once; whoever wants to hand in anyway may.
 * @throws RuleBroken naming the questions without an answer
 */
export function refuseGaps(sheet: Sheet): void {
  const numbers = unanswered(sheet).map((item) => String(item.number));
  if (numbers.length === 0) return;
  const which = numbers.length === 1 ? `Question ${numbers[0]} has` : `Questions ${sayList(numbers)} have`;
  throw new RuleBroken(
    `${which} no answer yet. Go back to ${numbers.length === 1 ? 'it' : 'them'}, or hand in anyway.`,
  );
}
