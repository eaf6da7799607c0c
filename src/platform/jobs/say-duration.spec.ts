import { describe, expect, it } from '@jest/globals';
import { sayAgo, sayDuration } from './say-duration.js';

describe('a length of time', () => {
  it.each([
    [-3, '0.0 seconds'],
    [0.04, '0.0 seconds'],
    [0.44, '0.4 seconds'],
    [9.94, '9.9 seconds'],
    [9.96, '10 seconds'],
    [59.4, '59 seconds'],
    [60, '1 minute'],
    [7_199, '119 minutes'],
    [7_200, '2 hours'],
    [172_799, '47 hours'],
    [172_800, '2 days'],
  ])('of %d seconds is %s', (seconds, said) => expect(sayDuration(seconds)).toBe(said));

  it('may lie in the past', () => expect(sayAgo(180)).toBe('3 minutes ago'));
});
