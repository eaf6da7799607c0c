import { expect, it } from '@jest/globals';
import { beginning, holding } from './like.js';

it.each([
  ['kaur', '%kaur%', 'kaur%'],
  ['50%', '%50\\%%', '50\\%%'],
  ['a_b', '%a\\_b%', 'a\\_b%'],
  ['\\', '%\\\\%', '\\\\%'],
  ['', '%%', '%'],
])('“%s” as a pattern', (text, held, begun) => {
  expect(holding(text)).toBe(held);
  expect(beginning(text)).toBe(begun);
});
