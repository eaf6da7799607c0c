/** Why a place is slipping, in the words that its customers share. */
import { commonPhrase } from '../feedback/comments/common-phrase.js';
import type { Comment } from '../feedback/comments/comments.queries.js';
import { type IsoDate, startOfLondonDay } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { isUnhappy } from './cards/voices.js';

/** What unhappy customers have in common since the London day `since`; null when they share no words. */
export function inTheirWords(comments: readonly Comment[], since: IsoDate): string | null {
  const from = startOfLondonDay(since);
  const unhappy = comments.filter((one) => one.answeredAt >= from && isUnhappy(one));
  const common = commonPhrase(unhappy.map(({ comment }) => comment));
  if (!common) return null;
  return common.comments / common.of > 0.5
    ? t('Most unhappy comments mention “{phrase}”.', { phrase: common.phrase })
    : t('Many unhappy comments mention “{phrase}”.', { phrase: common.phrase });
}
