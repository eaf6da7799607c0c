/** Names in addresses and files, made from what people call a thing. */

export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_SLUG = 80;

/** Whether a text can be such a name at all; what cannot is not asked of the database. */
export function isSlug(text: string): boolean {
  return text.length <= LONGEST_SLUG && SLUG.test(text);
}

/**
 * The name that a title suggests, of small letters, digits and single hyphens: 'Put it right, first time' is
 * put-it-right-first-time. '' when nothing is left of it. A longer one ends with a whole word.
 */
export function slugOf(title: string, longest: number): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\p{M}’']/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (words.length <= longest) return words;
  const cut = words.slice(0, longest + 1);
  return cut.slice(0, cut.lastIndexOf('-') > 0 ? cut.lastIndexOf('-') : longest);
}

/** The first of `wanted`, `wanted-2`, `wanted-3`… that is not taken. */
export function firstFree(wanted: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  let free = wanted;
  for (let number = 2; known.has(free); number += 1) free = `${wanted}-${number}`;
  return free;
}
