/** A comment with the words that were looked for: pieces of text, some of them marked. */

export interface Piece {
  text: string;
  found: boolean;
}

/** What the database puts around a word that it found; no comment holds them (they are private to nobody). */
export const FOUND_FROM = '\uE000';
export const FOUND_TO = '\uE001';

/**
 * @param comment as the customer wrote it
 * @param plain the same without accents, character by character, with the marks of what was found
 * @returns the comment whole and unmarked when the two do not fit together
 */
export function highlighted(comment: string, plain: string | null): Piece[] {
  const text = comment.normalize('NFC');
  const pieces: Piece[] = [];
  let [at, found] = [0, false];
  for (const part of (plain ?? '').split(/([\uE000\uE001])/)) {
    if (part === FOUND_FROM || part === FOUND_TO) found = part === FOUND_FROM;
    else if (part !== '') {
      pieces.push({ text: text.slice(at, at + part.length), found });
      at += part.length;
    }
  }
  return at === text.length ? pieces : [{ text: comment, found: false }];
}
