import { expect, it } from '@jest/globals';
import { highlighted } from './highlighted.js';

it.each([
  ['A long queue', 'A long \uE000queue\uE001', ['A long ', '*queue']],
  ['Y tŷ mawr', 'Y \uE000ty\uE001 mawr', ['Y ', '*tŷ', ' mawr']],
  ['Y ty\u0302 mawr', 'Y \uE000ty\uE001 mawr', ['Y ', '*tŷ', ' mawr']],
  ['<b>queue</b>', ' b \uE000queue\uE001 /b ', ['<b>', '*queue', '</b>']],
  ['Nothing', 'Something else', ['Nothing']],
  ['Nothing', null, ['Nothing']],
])('%j is shown with what was found in it', (comment, plain, pieces) =>
  expect(highlighted(comment, plain).map(({ text, found }) => (found ? `*${text}` : text))).toEqual(pieces),
);
