import { expect, it } from '@jest/globals';
import { hasPhrase, withoutOrder } from './phrases.js';

it.each([
  [`'queue'`, false, `'queue'`],
  [`'queue' & !'slow'`, false, `'queue' & ! 'slow'`],
  [`'sent' <-> 'elsewher'`, true, `'sent' & 'elsewher'`],
  [`'look' <2> 'queue' | 'pay'`, true, `'look' & 'queue' | 'pay'`],
  [`'pay' & !( 'long' <-> 'queue' )`, true, `'pay' & !'none:'`],
  [`!( 'e-mail' <-> 'e' <-> 'mail' ) | 'slow'`, true, `!'none:' | 'slow'`],
  [`'it''s <->' & 'a\\'(b'`, false, `'it''s <->' & 'a\\'(b'`],
])('%s, without the order of its words', (tsquery, has, without) =>
  expect([hasPhrase(tsquery), withoutOrder(tsquery)]).toEqual([has, without]),
);
