import { describe, expect, it } from '@jest/globals';
import { type Delivery, deliveryOf, oneLine } from './delivery.js';

const failure = (message: string, responseCode?: number) => Object.assign(new Error(message), { responseCode });

describe('how handing over an e-mail failed', () => {
  it.each<[string, Error, Parameters<typeof deliveryOf>[1], Delivery['kind']]>([
    ['nobody listens', failure('connect ECONNREFUSED'), 'connecting', 'unreachable'],
    ['our password is wrong, which is not the reader’s fault', failure('535 no', 535), 'connecting', 'unreachable'],
    ['the server is closing for the night', failure('421 bye', 421), 'addressing', 'later'],
    ['no such mailbox', failure('550 unknown user', 550), 'addressing', 'refused'],
    ['mailbox full for now', failure('452 full', 452), 'addressing', 'later'],
    ['it broke before the text', failure('Connection closed unexpectedly'), 'addressing', 'unreachable'],
    ['the text was refused', failure('554 spam', 554), 'handingOver', 'refused'],
    ['the text is wanted later', failure('451 greylisted', 451), 'handingOver', 'later'],
    ['it broke within or after the text', failure('Timeout'), 'handingOver', 'unknown'],
  ])('%s', (_, error, stage, kind) => expect(deliveryOf(error, stage).kind).toBe(kind));

  it('keeps the answer on one printable line', () => {
    expect(deliveryOf(failure('550 no\r\nBcc: x@example.org', 550), 'addressing').answer).toBe(
      '550 no Bcc: x@example.org',
    );
    expect(oneLine('x'.repeat(1_000))).toHaveLength(300);
    expect(oneLine('a\u2028b\u0000c')).toBe('a b c');
  });
});
