import { describe, expect, it } from '@jest/globals';
import { type EaseOfWeek, spark } from './spark.js';

const weeks = Array.from({ length: 12 }, (_, ago): EaseOfWeek => [ago, 10, ago < 4 ? 6 : 8]);

describe('a spark line', () => {
  it('rolls four weeks together at each of nine points, the newest last', () => {
    expect(spark(weeks)).toEqual([80, 80, 80, 80, 80, 75, 70, 65, 60]);
  });

  it('breaks where four weeks hold too few answers', () => {
    expect(spark(weeks.map(([ago]) => [ago, 2, 1] as const))).toEqual(Array(9).fill(null));
    expect(spark([])).toEqual(Array(9).fill(null));
  });

  it('counts a week without answers as none, not as the week beside it', () => {
    const gaps = weeks.filter(([ago]) => ago !== 0 && ago !== 5);
    const [two, one] = [(100 * 22) / 30, (100 * 20) / 30];
    expect(spark(gaps)).toEqual([80, 80, 80, 80, 80, two, one, 65, 60]);
  });

  it('does not mind in which order the weeks come, nor older ones', () => {
    expect(spark([[400, 999, 0] as const, ...weeks].reverse())).toEqual(spark(weeks));
  });
});
