/** Why a unit is slipping, in the words of its customers. */
import { commonPhrase } from '../feedback/comments/common-phrase.js';
import type { Comment } from '../feedback/comments/comments.queries.js';
import { quote } from '../feedback/comments/quote.js';
import { type IsoDate, startOfLondonDay } from '../platform/dates.js';
import { t } from '../platform/language/t.js';

/**
 * What unhappy customers have in common since the London day `since`, or the newest of their comments in full; null when
 * none of them wrote anything.
 */
export function inTheirWords(comments: readonly Comment[], since: IsoDate): string | null {
  const from = startOfLondonDay(since);
  const unhappy = comments.filter((one) => one.answeredAt >= from && isUnhappy(one));
  const common = commonPhrase(unhappy.map(({ comment }) => comment));
  if (common) {
    return common.comments / common.of > 0.5
      ? t('Most unhappy comments mention “{phrase}”.', { phrase: common.phrase })
      : t('Many unhappy comments mention “{phrase}”.', { phrase: common.phrase });
  }
  const [newest] = unhappy;
  return newest ? t('A customer said: “{comment}”', { comment: quote(newest.comment) }) : null;
}

/** Ease of 1 to 3, or disappointed or irritated. */
function isUnhappy({ emotion, ease }: Comment): boolean {
  return (emotion !== null && emotion < 0) || (ease !== null && ease <= 3);
}
