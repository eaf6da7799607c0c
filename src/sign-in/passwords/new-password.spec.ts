import { describe, expect, it } from '@jest/globals';
import { checkChosen, readablePassword } from './new-password.js';

describe('a new password', () => {
  it('is four groups of four that can be read out', () => {
    let n = 0;
    expect(readablePassword((limit) => n++ % limit)).toBe('abcd-efgh-jkmn-pqrs');
  });

  it.each(['ten chars!', 'correct horse battery', 'post a letter in March', 'ŵyn a gŵyr ynys', '100001 correct horse'])(
    'may be %j',
    (chosen) => expect(checkChosen(chosen, '100001')).toBe(chosen),
  );

  it.each<[string, RegExp]>([
    ['short', /at least 10 characters/],
    ['nine char', /at least 10 characters/],
    ['x'.repeat(201), /up to 200/],
    ['100001100001', /not made of your reference/],
    ['ab-100001-b', /not made of your reference/],
    ['Password123!', /one of the first/],
    ['QWERTYUIOP', /one of the first/],
    ['love-your-customers', /one of the first/],
    ['aaaaaaaaaaaaaaa', /one of the first/],
    ['1234567890', /one of the first/],
  ])('may not be %j', (chosen, sentence) => expect(() => checkChosen(chosen, '100001')).toThrow(sentence));
});
