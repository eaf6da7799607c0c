/**
 * Takes what could name or reach a person out of a customer's comment before it is stored: e-mail addresses, payment
 * card numbers, UK telephone numbers, postcodes, and the names of people. The words around them stay.
 */
import { maskNames } from './named-people.js';

/** Begun only where a word begins: tried from every letter of a long one, a cell of 900 kB would never end. */
const EMAIL = /(?<![\p{L}\p{N}._%+'-])[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** 13 to 19 digits, perhaps in groups; the check digit decides whether it is a card. */
const LONG_NUMBER = /(?<![\p{L}\p{N}])\d(?:[ -]?\d){12,18}(?!\p{N})/gu;
/** National (0...) or international (+44, 0044) numbers of 10 or 11 digits after the prefix, with the usual separators. */
const PHONE = /(?<![\p{L}\p{N}])(?:(?:\+|00)44[ .()-]*(?:\(?0\)?)?|\(?0)(?:[ .()-]*\d){9,10}(?!\p{N})/gu;
/** Any other country's number, written with its plus sign. */
const FOREIGN_PHONE = /(?<![\p{L}\p{N}])\+[1-9](?:[ .()-]*\d){7,13}(?!\p{N})/gu;
const POSTCODE = /(?<![\p{L}\p{N}])(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\p{N}])/giu;
const TITLED_NAME = /\b(Mr|Mrs|Ms|Miss|Dr|Prof)(\.?) +(\p{Lu}[\p{L}'’-]+)(?: +\p{Lu}[\p{L}'’-]+)?/gu;

/** The comment with each such detail replaced by what it was, in square brackets. Masking twice changes nothing. */
export function mask(comment: string): string {
  const reachable = comment
    .replace(EMAIL, '[e-mail address]')
    .replace(LONG_NUMBER, (digits) => (passesCheckDigit(digits) ? '[card number]' : digits))
    .replace(PHONE, '[phone number]')
    .replace(FOREIGN_PHONE, '[phone number]')
    .replace(POSTCODE, '[postcode]')
    .replace(TITLED_NAME, '$1$2 [name]');
  return maskNames(reachable);
}

/** The Luhn rule (ISO/IEC 7812-1) that every payment card number keeps. */
function passesCheckDigit(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    if (place % 2 === 0) return total + digit;
    return total + (digit > 4 ? digit * 2 - 9 : digit * 2);
  }, 0);
  return sum % 10 === 0;
}
