import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { isCommonPassword } from './common-passwords.js';

const SHORTEST = 10;
const LONGEST = 200;
/** Without letters and digits that are mistaken for each other when read out or copied by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four groups of four, such as `k7md-p2xw-…`: 79 bits, easy to read out. Needs 16 random numbers, each below 2^32. */
export function readablePassword(random: (limit: number) => number): string {
  const letters = Array.from({ length: 16 }, () => LETTERS[random(LETTERS.length)]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/**
 * Length and not being guessed first are what counts (NIST SP 800-63B, section 5.1.1.2); no rule about signs or capitals.
 * @param reference the person's own, which everybody in the branch knows
 * @throws RuleBroken for one that is too short to be safe, too long to be one, or among the first that anybody tries
 */
export function checkChosen(password: string, reference: string): string {
  if (password.length < SHORTEST) {
    throw new RuleBroken(t('Choose a password of at least {n} characters.', { n: String(SHORTEST) }), 'password');
  }
  if (password.length > LONGEST) {
    throw new RuleBroken(t('Choose a password of up to {n} characters.', { n: String(LONGEST) }), 'password');
  }
  if (
    password.trim().toLowerCase().includes(reference.toLowerCase()) &&
    password.length - reference.length < SHORTEST
  ) {
    throw new RuleBroken(t('Choose a password that is not made of your reference.'), 'password');
  }
  if (isCommonPassword(password)) {
    throw new RuleBroken(
      t('That password is one of the first that anybody would try. Choose another, such as three words.'),
      'password',
    );
  }
  return password;
}
