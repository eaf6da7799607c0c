/** Names as they are misspelt: two letters swapped, one missing, one too many, one wrong. */

/**
 * The words typed, each replaced by the nearest of the known ones; null when one of them is near to none. 'sam kuar' among
 * 'sam', 'kaur' and 'kay' is 'sam kaur'. Of equally near ones the one that begins alike wins, then the alphabet.
 * @param known words of names, folded
 */
export function putRight(typed: readonly string[], known: readonly string[]): string[] | null {
  const names = new Set(known);
  const found = typed.map((word) => (names.has(word) ? word : nearest(word, known)));
  return found.every((word) => word !== null) ? found : null;
}

/** How many slips are forgiven: none in up to two letters, one in up to four, two beyond. */
export function slipsForgiven(word: string): number {
  if (word.length <= 2) return 0;
  return word.length <= 4 ? 1 : 2;
}

/**
 * Slips between two words: letters missing, too many, wrong, or two neighbours swapped (Damerau 1964, optimal string
 * alignment).
 */
export function slipsBetween(a: string, b: string): number {
  let [beforeLast, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const least = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(least, beforeLast[j - 2]! + 1) : least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[b.length]!;
}

function nearest(word: string, known: readonly string[]): string | null {
  const most = slipsForgiven(word);
  const near = known
    .filter((other) => Math.abs(other.length - word.length) <= most)
    .map((other) => ({ other, slips: slipsBetween(word, other) }))
    .filter(({ slips }) => slips <= most);
  const worth = ({ other, slips }: { other: string; slips: number }) => 2 * slips + (other[0] === word[0] ? 0 : 1);
  near.sort((a, b) => worth(a) - worth(b) || (a.other < b.other ? -1 : 1));
  return near[0]?.other ?? null;
}
