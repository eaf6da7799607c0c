/** The two words that customers of a unit use again and again: a reason in their own language, without a dictionary. */

/** Words that say nothing by themselves. */
const FILLERS = new Set(
  (
    'a about after again all also am an and any are as at back be because been but by can could did do does down for from get ' +
    'got had has have he her here him his how i if in into is it its just me my no nobody not of off on one only or our out ' +
    'over said she so some than that the their them then there they this time to told too two up us very was we were what ' +
    'when where which who why will with without would you your'
  ).split(' '),
);

export interface CommonPhrase {
  phrase: string;
  /** Comments that hold it, of all that were looked at. */
  comments: number;
  of: number;
}

const FEWEST = 5;
const LEAST_SHARE = 0.25;

/**
 * The pair of neighbouring words that most comments share, when at least five and a quarter of them do; otherwise null.
 * A word counts once a comment. Example: "sent elsewhere" in 14 of 31.
 */
export function commonPhrase(comments: readonly string[]): CommonPhrase | null {
  const times = new Map<string, number>();
  for (const comment of comments) {
    for (const phrase of new Set(pairsIn(comment))) times.set(phrase, (times.get(phrase) ?? 0) + 1);
  }
  const [best] = [...times].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  if (!best || best[1] < FEWEST || best[1] < LEAST_SHARE * comments.length) return null;
  return { phrase: best[0], comments: best[1], of: comments.length };
}

/** Neighbours within a clause; pairs that begin or end with a filler are no phrase. */
function pairsIn(comment: string): string[] {
  const clauses = comment
    .toLowerCase()
    .replace(/\[[^\]]*\]/g, '.')
    .split(/[.,;:!?()\n]+/);
  return clauses.flatMap((clause) => {
    const words = clause.match(/[\p{L}\p{N}'’]+/gu) ?? [];
    return words.slice(1).flatMap((word, i) => {
      const before = words[i] ?? '';
      return FILLERS.has(before) || FILLERS.has(word) ? [] : [`${before} ${word}`];
    });
  });
}
