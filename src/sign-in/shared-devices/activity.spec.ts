import { describe, expect, it } from '@jest/globals';
import { showsSomebody } from './activity.js';

describe('a request', () => {
  it.each([
    ['document', true],
    [undefined, true],
    ['empty', false],
    ['image', false],
    ['iframe', false],
    ['script', false],
  ])('for %s shows that somebody is there: %s', (destination, shows) => expect(showsSomebody(destination)).toBe(shows));
});
