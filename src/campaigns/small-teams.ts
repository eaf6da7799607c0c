/**
 * Figures about colleagues need five people (product/feedback.md): a smaller team only says that it has joined. Where
 * a total is printed beside the rows, hiding a single row would give it away, so the next smallest is hidden too.
 * Worked example: teams of 3, 6 and 12 with a printed total of 21 hide the 3 and the 6.
 */
export const SMALLEST_TEAM = 5;

export function isSmallTeam(people: number): boolean {
  return people < SMALLEST_TEAM;
}

/** For each row of a list that stands beside its total: whether its counts of people must stay hidden. */
export function hiddenBesideTotal(people: readonly number[]): boolean[] {
  const hidden = people.map((count) => count > 0 && isSmallTeam(count));
  const covered = people.reduce((sum, count, at) => (hidden[at] ? sum + count : sum), 0);
  if (covered > 0 && covered < SMALLEST_TEAM) {
    const next = smallestShown(people, hidden);
    if (next !== null) hidden[next] = true;
  }
  return hidden;
}

function smallestShown(people: readonly number[], hidden: readonly boolean[]): number | null {
  const shown = people.map((count, at) => ({ count, at })).filter(({ count, at }) => count > 0 && !hidden[at]);
  return shown.sort((a, b) => a.count - b.count || a.at - b.at)[0]?.at ?? null;
}
