import { describe, expect, it } from '@jest/globals';
import { holidaysIn } from './week-holidays.js';

describe('bank holidays of a week', () => {
  it.each([
    ['2026-02-09', []],
    ['2026-04-06', ['2026-04-06']],
    ['2026-03-16', ['2026-03-17']],
  ])('from %s', (monday, days) => {
    expect(holidaysIn(monday)).toEqual(days);
  });
});
