import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ENDS_AFTER, GRACE, idleState, LOCKS_AFTER, saidIdle, WARNING_LASTS, WARNS_AFTER } from './idle.js';

describe('how long somebody has done nothing', () => {
  it.each([
    [0, 'atWork'],
    [WARNS_AFTER, 'atWork'],
    [WARNS_AFTER + 1, 'warned'],
    [120, 'warned'],
    [121, 'grace'],
    [130, 'grace'],
    [131, 'locked'],
    [8 * 3600, 'locked'],
    [-5, 'atWork'],
    [Number.NaN, 'locked'],
    [Number.POSITIVE_INFINITY, 'locked'],
  ])('%d seconds: %s', (seconds, state) => expect(idleState(seconds)).toBe(state));

  it('locks after two minutes, and warns at least twenty seconds before', () => {
    expect([LOCKS_AFTER, ENDS_AFTER]).toEqual([120, LOCKS_AFTER + GRACE]);
    expect(WARNING_LASTS).toBeGreaterThanOrEqual(20);
  });

  it('never goes back to work by waiting longer', () => {
    const order = ['atWork', 'warned', 'grace', 'locked'];
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [shorter, longer] = [Math.min(a, b), Math.max(a, b)];
        return order.indexOf(idleState(shorter)) <= order.indexOf(idleState(longer));
      }),
    );
  });
});

describe('what a page says of it', () => {
  it.each([
    ['0', 0],
    ['95', 95],
    ['600', ENDS_AFTER],
    ['-20', ENDS_AFTER],
    ['', ENDS_AFTER],
    ['1e3', ENDS_AFTER],
    ['12.5', ENDS_AFTER],
    [undefined, ENDS_AFTER],
    [['0', '0'], ENDS_AFTER],
  ])('%j is %d seconds', (said, seconds) => expect(saidIdle(said)).toBe(seconds));

  it('never asks for time to come, nor goes back further than a session lasts', () => {
    fc.assert(
      fc.property(fc.anything(), (said) => {
        const seconds = saidIdle(said);
        return seconds >= 0 && seconds <= ENDS_AFTER;
      }),
    );
  });
});
