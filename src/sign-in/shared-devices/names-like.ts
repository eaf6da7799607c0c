/** Names that hold every word of what was typed, accents and capitals aside: 'tom wis' finds Tomáš Wiśniewski. */
export function namesLike<T extends { name: string }>(people: readonly T[], typed: string): T[] {
  const words = plain(typed).split(/\s+/);
  return people.filter(({ name }) => words.every((word) => plain(name).includes(word)));
}

/** As assets/js/shared-names.js does it: letters of other alphabets stay as they are. */
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase().trim();
