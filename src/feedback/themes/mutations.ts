/**
 * The initial mutations of Welsh (soft, nasal, aspirate, and h before vowels), as in P. W. Thomas, Gramadeg y Gymraeg
 * (1996), chapter III. A rule gives the plain form, as a dictionary does, and its mutated forms are found too: 'caredig' is
 * also 'garedig', 'charedig' and 'ngharedig'.
 */

/** Longer beginnings first: 'll' is one letter. */
const MUTATIONS: readonly [first: string, forms: readonly string[]][] = [
  ['ll', ['l']],
  ['rh', ['r']],
  ['dd', []],
  ['ch', []],
  ['ph', []],
  ['th', []],
  ['ff', []],
  ['ng', []],
  ['p', ['b', 'mh', 'ph']],
  ['t', ['d', 'nh', 'th']],
  ['c', ['g', 'ngh', 'ch']],
  ['b', ['f', 'm']],
  ['d', ['dd', 'n']],
  ['g', ['', 'ng']],
  ['m', ['f']],
];

const VOWEL = /^[aeiouwy]/;

/** The word itself and all its mutated forms; `word` is plain (`plainWord`). */
export function mutated(word: string): string[] {
  if (VOWEL.test(word)) return [word, `h${word}`];
  const [first, forms] = MUTATIONS.find(([beginning]) => word.startsWith(beginning)) ?? ['', []];
  return [word, ...forms.map((form) => form + word.slice(first.length))];
}
