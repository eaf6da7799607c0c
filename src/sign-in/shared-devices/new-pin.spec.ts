import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { RuleBroken } from '../../platform/errors.js';
import { checkPin } from './new-pin.js';

const known = { reference: '100001', unitCodes: ['021047'] };
const check =
  (pin: string, numbers = known) =>
  () =>
    checkPin(pin, numbers);

describe('a PIN', () => {
  it.each(['407281', '862059', '594083', '907366'])('%s is taken', (pin) => expect(check(pin)()).toBe(pin));

  it.each(['', '12345', '1234567', 'abcdef', '12 456', '４０７２８１', '-12345'])('%j is not six digits', (pin) =>
    expect(check(pin)).toThrow('Choose a PIN of six digits.'),
  );

  it.each([
    '000000',
    '777777',
    '123456',
    '345678',
    '987654',
    '890123',
    '246802',
    '121212',
    '123123',
    '112233',
    '123321',
    '455455',
    '877778',
    '159753',
    '147258',
  ])('%s has a pattern', (pin) => expect(check(pin)).toThrow('one of the first that anybody would try'));

  it.each([
    ['140385', 'day, month, year'],
    ['031485', 'month, day, year'],
    ['850314', 'year, month, day'],
    ['290200', 'the 29th of a February'],
    ['031985', 'month and year'],
    ['198503', 'year and month'],
    ['200411', 'year and month, young'],
  ])('%s can be read as %s', (pin) => expect(check(pin)).toThrow('can’t be read as a date'));

  it.each([
    ['321385', 'no such day or month'],
    ['300287', 'no 30th of February'],
    ['001385', 'no month'],
  ])('%s is no date: %s', (pin) => expect(check(pin)()).toBe(pin));

  it.each([
    ['100001', 'the reference'],
    ['910000', 'a part of it'],
    ['740120', 'the unit’s code, backwards'],
    ['821047', 'the unit’s code'],
  ])('%s is made of %s', (pin) => expect(check(pin)).toThrow(RuleBroken));

  it.each([
    ['407281', 'E-407281'],
    ['407281', '99407299'],
    ['182704', '407281'],
  ])('%s is made of the reference %s', (pin, reference) =>
    expect(check(pin, { reference, unitCodes: [] })).toThrow('not made of your reference'),
  );

  it('leaves nearly nine in ten of all there are', () => {
    let taken = 0;
    for (let n = 0; n < 1_000_000; n += 97) {
      try {
        checkPin(String(n).padStart(6, '0'), { reference: 'X', unitCodes: [] });
        taken += 1;
      } catch {
        // Refused.
      }
    }
    expect(taken / (1_000_000 / 97)).toBeGreaterThan(0.88);
  });

  it('is taken as it is or refused in words, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (pin, reference) => {
        try {
          return checkPin(pin, { reference, unitCodes: [] }) === pin && /^\d{6}$/.test(pin);
        } catch (error) {
          return error instanceof RuleBroken && error.field === 'pin';
        }
      }),
    );
  });
});
