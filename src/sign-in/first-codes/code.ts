/** Without letters and digits that are mistaken for each other when copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const LENGTH = 12;

/** Three groups of four, such as 'k7md-p2xw-9fqa': 59 bits. Needs 24 random bytes. */
export function codeFrom(bytes: Buffer): string {
  const letters = Array.from({ length: LENGTH }, (_, i) => LETTERS[bytes.readUInt16BE(i * 2) % LETTERS.length]);
  return letters.join('').match(/.{4}/g)!.join('-');
}

/** What was typed from paper, as the code is written; null when it can be none. */
export function readCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length !== LENGTH || [...letters].some((letter) => !LETTERS.includes(letter))) return null;
  return letters.match(/.{4}/g)!.join('-');
}
