import { describe, expect, it } from '@jest/globals';
import { endsTooMuch, snapshotProblem } from './snapshot.js';

const snapshot = (ends: number, of: number) => ({ snapshot: { ends, of, first: [] }, rejected: 0 });

describe('a full snapshot', () => {
  it.each<[number, number, boolean]>([
    [0, 0, false],
    [20, 1000, false],
    [21, 1000, true],
    [1, 40, true],
    [1200, 60_000, false],
    [1201, 60_000, true],
  ])('that ends %d of %d: too much? %s', (ends, of, much) => expect(endsTooMuch({ ends, of })).toBe(much));

  it('stops and asks above 2%, and goes on once somebody agreed to as many', () => {
    expect(snapshotProblem(snapshot(30, 1000), 0)).toContain('This snapshot would end 30 of 1,000');
    expect(snapshotProblem(snapshot(30, 1000), 30)).toBeNull();
    expect(snapshotProblem(snapshot(31, 1000), 30)).not.toBeNull();
  });

  it('with a rejected row is never taken over, whatever was agreed', () => {
    expect(snapshotProblem({ ...snapshot(0, 1000), rejected: 2 }, 1000)).toContain(
      '2 rows of this snapshot are rejected',
    );
  });

  it('is a question of snapshots only', () => expect(snapshotProblem({ snapshot: null, rejected: 9 }, 0)).toBeNull());
});
