/** What is missing before an effect can be worked out, and when it will be there. */
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import type { Missing, NotEnough } from './findings.js';

const MISSING: Record<Missing['what'], string> = {
  trainedUnits: msg('Trained units: {have} so far, {need} are needed.'),
  untrainedUnits: msg('Units without the training, to compare with: {have}, {need} are needed.'),
  answersBefore: msg('Answers of a trained unit before it was trained: {have} on average, {need} are needed.'),
  answersSince: msg('Answers of a trained unit since it was trained: {have} on average so far, {need} are needed.'),
  answersBeside: msg(
    'Answers of a unit without the training: {have} on average since the first start, {need} are needed.',
  ),
};

export function sayMissing({ what, have, need }: Missing): string {
  return t(MISSING[what], { have: sayNumber(Math.floor(have)), need: sayNumber(need) });
}

/** @param begun whether any week of the study is closed */
export function sayEnoughOn({ enoughOn }: NotEnough, begun = true): string {
  if (enoughOn !== null)
    return t('At the pace of the last weeks there will be enough on {date}.', { date: sayFullDate(enoughOn) });
  return begun
    ? t(
        'At the pace of the last weeks it will not come to enough. A longer study, more units or another outcome might.',
      )
    : t('There will be something to see once the first of its weeks are closed.');
}
