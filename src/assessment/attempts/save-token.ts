import { RuleBroken } from '../../platform/errors.js';
import { msg, t } from '../../platform/language/t.js';

const TOKEN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Each page that asks carries a token of its own: posted twice, it is one save. */
export function readToken(posted: unknown): string {
  if (typeof posted === 'string' && TOKEN.test(posted)) return posted;
  throw new RuleBroken(
    t('This page was out of date, so nothing was saved. Choose your answer and press the button again.'),
  );
}

/** A message for when the same page is posted again with another answer, after Back for example. */
export const TOKEN_ALREADY_USED = msg(
  'This page had already saved an answer, so this change wasn’t saved yet. Press the button again to save it.',
);
