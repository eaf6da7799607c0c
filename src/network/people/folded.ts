/** How names are compared when somebody types in a hurry. The SQL function `folded` (migration 0026) says the same. */

/** Letters that are no letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', '-': ' ' };

/** Small letters without accents or apostrophes, hyphens as blanks: 'Siân O’Neill-Rees' is 'sian oneill rees'. */
export function folded(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f’‘'′`´.]/gu, '')
    .replace(/[øłđ-]/gu, (letter) => PLAIN[letter]!);
}

/** The words of a search, each once: 'Kaur  sam' is ['kaur', 'sam']. */
export function wordsOf(typed: string): string[] {
  return [...new Set(folded(typed).split(/\s+/).filter(Boolean))];
}
