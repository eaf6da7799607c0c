import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';

export const PIN_DIGITS = 6;

const SIX_DIGITS = /^\d{6}$/;

/** Drawn on a keypad or thought of first; each is in every list of common PINs. */
const COMMON = new Set([
  '159753',
  '753159',
  '147258',
  '258369',
  '369258',
  '147369',
  '520520',
  '696969',
  '112358',
  '314159',
]);

/** What everybody at the counter knows of somebody, as digits. */
export interface KnownNumbers {
  reference: string;
  unitCodes: readonly string[];
}

/**
 * A PIN that colleagues would not guess. Six digits leave a million; what is refused here is about one in nine.
 * @throws RuleBroken saying what to choose instead
 */
export function checkPin(pin: string, known: KnownNumbers): string {
  if (!SIX_DIGITS.test(pin)) throw new RuleBroken(t('Choose a PIN of six digits.'), 'pin');
  if (isPattern(pin)) {
    throw new RuleBroken(
      t('That PIN is one of the first that anybody would try. Choose one without a pattern.'),
      'pin',
    );
  }
  if (isDate(pin)) {
    throw new RuleBroken(t('Choose a PIN that can’t be read as a date: colleagues know birthdays.'), 'pin');
  }
  if ([known.reference, ...known.unitCodes].some((number) => sharesRun(pin, number))) {
    throw new RuleBroken(t('Choose a PIN that is not made of your reference or your unit’s code.'), 'pin');
  }
  return pin;
}

/** Runs (345678, 987654, also across 9 and 0), and what repeats: 777777, 121212, 123123, 112233, 123321. */
function isPattern(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, at) => (Number(digit) - Number(pin[at]) + 10) % 10);
  const even = steps.every((step) => step === steps[0]);
  const halves = pin.slice(0, 3) === pin.slice(3) || pin.slice(0, 3) === reversed(pin.slice(3));
  const pairs = /^(..)\1\1$/.test(pin) || /^(\d)\1(\d)\2(\d)\3$/.test(pin);
  return even || halves || pairs || COMMON.has(pin) || new Set(pin).size < 3;
}

/** Day, month and year in any usual order, with two digits for each, or month and year in full. */
function isDate(pin: string): boolean {
  const [a, b, c] = [pin.slice(0, 2), pin.slice(2, 4), pin.slice(4)].map(Number) as [number, number, number];
  return isDay(a, b) || isDay(b, a) || isDay(c, b) || isMonthOf(a, pin.slice(2)) || isMonthOf(c, pin.slice(0, 4));
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isDay = (day: number, month: number) => day >= 1 && day <= (LONGEST_MONTH[month - 1] ?? 0);

const isMonthOf = (month: number, year: string) => month >= 1 && month <= 12 && /^(19[3-9]|20[0-4])/.test(year);

const SAME_DIGITS = 4;

/** Four digits or more as they stand in a number, forwards or backwards. */
function sharesRun(pin: string, number: string): boolean {
  const digits = number.replace(/\D/g, '');
  return [digits, reversed(digits)].some((text) =>
    Array.from({ length: PIN_DIGITS - SAME_DIGITS + 1 }, (_, at) => pin.slice(at, at + SAME_DIGITS)).some((run) =>
      text.includes(run),
    ),
  );
}

const reversed = (text: string) => [...text].reverse().join('');
