import { RuleBroken } from '../../platform/errors.js';

const SHORTEST = 12;
const LONGEST = 200;
/** Without letters and digits that are mistaken for each other when read out or copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four, such as `k7md-p2xw-…`: 79 bits, easy to read out. Needs 16 random numbers, each below 2^32. */
export function readablePassword(random: (limit: number) => number): string {
  const letters = Array.from({ length: 16 }, () => LETTERS[random(LETTERS.length)]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** @throws RuleBroken for one that is too short to be safe, or too long to be one. */
export function checkChosen(password: string): string {
  if (password.length < SHORTEST) throw new RuleBroken(`Choose a password of at least ${SHORTEST} characters.`);
  if (password.length > LONGEST) throw new RuleBroken(`Choose a password of up to ${LONGEST} characters.`);
  return password;
}
