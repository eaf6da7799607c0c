import { describe, expect, it } from '@jest/globals';
import { exitCode, progressLine } from './terminal.js';

describe('a line of progress', () => {
  it.each([
    ['counts towards a total', 1200, 3882, 'Rows: 1,200 of 3,882 (30%)'],
    ['never claims to be finished early', 3881, 3882, 'Rows: 3,881 of 3,882 (99%)'],
    ['ends at the whole', 3882, 3882, 'Rows: 3,882 of 3,882 (100%)'],
    ['counts up where nobody knows the total', 1200, null, 'Rows: 1,200'],
    ['does not divide by nothing', 0, 0, 'Rows: 0'],
  ])('%s', (_what, done, total, line) => {
    expect(progressLine('Rows', done, total)).toBe(line);
  });
});

describe('an import', () => {
  it.each([
    [10, 0, 0],
    [10, 3, 2],
    [10, 10, 1],
    [0, 0, 0],
  ])('of %d lines with %d rejected ends with exit code %d', (read, rejected, code) =>
    expect(exitCode({ read, rejected })).toBe(code),
  );
});
