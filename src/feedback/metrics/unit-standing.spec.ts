import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { someCounts, someWindows } from '../../../test/factories/customer-counts.js';
import { shareDifference, markTogether } from './change.js';
import { standingOf } from './standing.js';
import { standingFrom, unitStandingOf } from './unit-standing.js';

const counts = fc
  .tuple(fc.nat(400), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([n, easy, knowing]) => someCounts(n, Math.round(n * easy), { knowledge: knowing }));

it('a kept standing says what the windows themselves say', () => {
  const windows = fc.record({ 4: counts, 13: counts, 26: counts, 52: counts, earlier: counts }).map(someWindows);
  fc.assert(
    fc.property(windows, (all) => {
      const [change = null] = markTogether([shareDifference(all[4].ease, all.earlier.ease)]);
      const kept = JSON.parse(JSON.stringify(unitStandingOf(7, all, [80, null]))) as ReturnType<typeof unitStandingOf>;
      const { counts: whole, ...standing } = standingOf(all, change);
      const { counts: headline, ...same } = standingFrom(kept, change);
      expect(same).toEqual(standing);
      expect({ ...headline, drivers: whole.drivers }).toEqual(whole);
      expect([kept.recent, kept.earlier]).toEqual([all[4].ease, all.earlier.ease]);
    }),
  );
});
