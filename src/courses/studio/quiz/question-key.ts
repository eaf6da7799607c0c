const LONGEST_STEM = 70;

/**
 * The name of a new question in the bank: never one that was used before, so that what people answered is not mixed up with
 * another question. Worked example: `a-proper-hello-3f9c20ab`.
 * @param random eight characters of 0 to 9 and a to f
 */
export function questionKey(slug: string, random: string): string {
  return `${slug.slice(0, LONGEST_STEM).replace(/-+$/, '')}-${random}`;
}
