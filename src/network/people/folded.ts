/** How names are compared when somebody types in a hurry. The SQL function `folded` (migration 0026) says the same. */

/** Letters that no accent explains. */
const PLAIN: Record<string, string> = { ø: 'o' };

/** Small letters without accents or apostrophes, hyphens as blanks: 'Siân O’Neill-Rees' is 'sian oneill rees'. */
export function folded(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}|[’‘'′`´.]/gu, '')
    .replaceAll('-', ' ')
    .replace(/[ø]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC');
}

/** The words of a search, each once: 'Kaur  sam' is ['kaur', 'sam']. */
export function wordsOf(typed: string): string[] {
  return [...new Set(folded(typed).split(/\s+/).filter(Boolean))];
}
