import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../platform/dates.js';
import { spark } from './spark.js';

const LAST = '2027-02-01';
const weeks = Array.from({ length: 12 }, (_, back) => ({
  week: addDays(LAST, -7 * back),
  n: 10,
  top: back < 4 ? 6 : 8,
}));

describe('a spark line', () => {
  it('rolls four weeks together at each of nine points, the newest last', () => {
    expect(spark(weeks, LAST)).toEqual([80, 80, 80, 80, 80, 75, 70, 65, 60]);
  });

  it('breaks where four weeks hold too few answers', () => {
    const thin = weeks.map((week) => ({ ...week, n: 2, top: 1 }));
    expect(spark(thin, LAST)).toEqual(Array(9).fill(null));
    expect(spark([], LAST)).toHaveLength(9);
  });

  it('does not mind in which order the weeks come, nor older ones', () => {
    const more = [...weeks, { week: '2020-01-06', n: 999, top: 0 }].reverse();
    expect(spark(more, LAST)).toEqual(spark(weeks, LAST));
  });
});
