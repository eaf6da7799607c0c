import { describe, expect, it } from '@jest/globals';
import { weekVerdict } from './week-verdict.js';

const among = (placebos: number, asFar: number) => ({ placebos, asFar, p: (1 + asFar) / (1 + placebos) });

describe('how a change in a themed week may be spoken of', () => {
  it.each([
    [{ low: 0.3, high: 0.46 }, among(49, 0), 'unusual'],
    [{ low: -0.46, high: -0.3 }, among(49, 0), 'unusual'],
    [{ low: 0.3, high: 0.46 }, among(49, 1), 'unusual'],
    [{ low: 0.3, high: 0.46 }, among(49, 2), 'ordinary'],
    [{ low: 0.01, high: 0.09 }, among(49, 12), 'ordinary'],
    [{ low: 0.3, high: 0.46 }, among(19, 0), 'unusual'],
    [{ low: 0.3, high: 0.46 }, among(18, 0), 'fewWeeks'],
    [{ low: 0.3, high: 0.46 }, among(0, 0), 'fewWeeks'],
    [{ low: -0.01, high: 0.46 }, among(49, 0), 'notClear'],
    [{ low: -0.01, high: 0.01 }, among(3, 3), 'notClear'],
  ])('%j among %j is %s', (change, unusual, verdict) => {
    expect(weekVerdict(change, unusual)).toBe(verdict);
  });
});
