import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pinWait } from './pin-wait.js';

describe('after wrong PINs', () => {
  it.each([
    [0, 0, { kind: 'now' }],
    [2, 0, { kind: 'now' }],
    [3, 0, { kind: 'wait', seconds: 15 }],
    [3, 14.2, { kind: 'wait', seconds: 1 }],
    [3, 15, { kind: 'now' }],
    [4, 0, { kind: 'wait', seconds: 30 }],
    [5, 10, { kind: 'wait', seconds: 50 }],
    [7, 0, { kind: 'wait', seconds: 240 }],
    [7, 240, { kind: 'now' }],
    [8, 0, { kind: 'blocked' }],
    [8, 1e9, { kind: 'blocked' }],
    [3, -100, { kind: 'wait', seconds: 15 }],
  ])('%d of them, the last %d seconds ago: %j', (wrong, secondsAgo, wait) =>
    expect(pinWait({ wrong, secondsAgo, everywhere: wrong })).toEqual(wait),
  );

  it.each([
    [0, 23, 'now'],
    [0, 24, 'blocked'],
    [2, 100, 'blocked'],
  ])('%d of them here and %d on all devices today: %s', (wrong, everywhere, kind) =>
    expect(pinWait({ wrong, secondsAgo: 1e6, everywhere })).toMatchObject({ kind }),
  );

  it('one more never makes the wait shorter', () => {
    const length = (wrong: number, secondsAgo: number) => {
      const wait = pinWait({ wrong, secondsAgo, everywhere: wrong });
      return wait.kind === 'now' ? 0 : wait.kind === 'wait' ? wait.seconds : Number.POSITIVE_INFINITY;
    };
    fc.assert(fc.property(fc.nat(20), fc.nat(10_000), (n, ago) => length(n + 1, ago) >= length(n, ago)));
  });

  it('no more than eight are ever compared, however patient somebody is', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { maxLength: 40 }), (pauses) => {
        let wrong = 0;
        for (const secondsAgo of pauses)
          if (pinWait({ wrong, secondsAgo, everywhere: wrong }).kind === 'now') wrong += 1;
        return wrong <= 8;
      }),
    );
  });
});
