/** Why a unit is slipping, in the words of its customers. */
import { commonPhrase } from '../feedback/comments/common-phrase.js';
import type { Comment } from '../feedback/comments/comments.queries.js';
import { quote } from '../feedback/comments/quote.js';
import { addDays, type IsoDate, startOfLondonDay } from '../platform/dates.js';

/**
 * What unhappy customers of the last four closed weeks and since have in common, or the newest of their comments in
 * full; null when none of them wrote anything.
 */
export function inTheirWords(comments: readonly Comment[], lastWeek: IsoDate): string | null {
  const from = startOfLondonDay(addDays(lastWeek, -21));
  const unhappy = comments.filter((one) => one.answeredAt >= from && isUnhappy(one));
  const common = commonPhrase(unhappy.map(({ comment }) => comment));
  if (common) {
    const share = common.comments / common.of > 0.5 ? 'Most' : 'Many';
    return `${share} unhappy comments mention “${common.phrase}”.`;
  }
  const [newest] = unhappy;
  return newest ? `A customer said: “${quote(newest.comment)}”` : null;
}

/** Ease of 1 to 3, or disappointed or irritated. */
function isUnhappy({ emotion, ease }: Comment): boolean {
  return (emotion !== null && emotion < 0) || (ease !== null && ease <= 3);
}
