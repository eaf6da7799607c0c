import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mask } from './masking.js';

describe('masking a comment', () => {
  it.each([
    ['Write to jo.smith+post@example.co.uk please', 'Write to [e-mail address] please'],
    ['Ring 07700 900123', 'Ring [phone number]'],
    ['Ring (020) 7946 0018 after six', 'Ring [phone number] after six'],
    ['on +44 7700 900123 or 0044 7700 900123', 'on [phone number] or [phone number]'],
    ['my son, +33 6 12 34 56 78', 'my son, [phone number]'],
    ['card 4111 1111 1111 1111 was refused', 'card [card number] was refused'],
    ['card 5555-5555-5555-4444', 'card [card number]'],
    ['I live in SW1A 1AA', 'I live in [postcode]'],
    ['at ne61 2zz, near the quay', 'at [postcode], near the quay'],
    ['Mrs Hughes and Mr. O’Neill helped', 'Mrs [name] and Mr. [name] helped'],
    ['Dr Priya Shah was kind', 'Dr [name] was kind'],
  ])('“%s” becomes “%s”', (before, after) => expect(mask(before)).toBe(after));

  it.each([
    'Waited 45 minutes at counter 12',
    'It cost £1,234.50 and form P45 was missing',
    'Parcel 4111 1111 1111 1112 never came',
    'Order 123456',
    'A1 service, B&B next door, M25 was closed',
    'Open 9.30-17.30, 24/7 online',
    'Miss you all',
  ])('leaves “%s” as it is', (comment) => expect(mask(comment)).toBe(comment));

  it('does nothing more the second time', () => {
    const pieces = fc.constantFrom(
      '07700 900123',
      'a@b.co',
      'SW1A 1AA',
      '4111111111111111',
      'Mr Fox',
      'the',
      'queue',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces), (words) => {
        const once = mask(words.join(' '));
        expect(mask(once)).toBe(once);
      }),
    );
  });
});
