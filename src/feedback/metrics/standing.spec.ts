import { describe, expect, it } from '@jest/globals';
import { someCounts, someWindows } from '../../../test/factories/customer-counts.js';
import { markTogether, shareDifference } from './change.js';
import { NO_COUNTS } from './counts.js';
import { EQUAL_WEIGHTS } from './driver-weights.js';
import { NO_WINDOWS } from './windows.js';
import { driverToWorkOn, isSlipping, standingOf } from './standing.js';

const ashbridge = someWindows({
  4: someCounts(180, 122, { expectations: 0.35 }),
  13: someCounts(590, 470),
  52: someCounts(2300, 1860, { efficiency: 0.72 }),
  earlier: someCounts(585, 480),
});
const fallOf = (windows: typeof ashbridge) =>
  markTogether([shareDifference(windows[4].ease, windows.earlier.ease)])[0] ?? null;

describe('how a unit stands', () => {
  it('a branch that fell is slipping, and works on the driver that fell with it', () => {
    const standing = standingOf(ashbridge, fallOf(ashbridge));
    expect(isSlipping(standing)).toBe(true);
    expect(standing).toMatchObject({ period: 4, fell: 'expectations', weakest: 'efficiency' });
    expect(driverToWorkOn(standing)).toBe('expectations');
    expect(standing.ease?.value).toBeCloseTo(67.8, 1);
  });

  it('a branch that holds works on its weakest driver, when there is one', () => {
    const steady = { ...ashbridge, 4: someCounts(180, 148) };
    const standing = standingOf(steady, fallOf(steady));
    expect(isSlipping(standing)).toBe(false);
    expect(driverToWorkOn(standing)).toBe('efficiency');
    expect(driverToWorkOn({ ...standing, weakest: null, workOn: null })).toBeNull();
  });

  it('of two weak drivers the one that matters more is worked on, though the other is the weakest', () => {
    const two = {
      ...ashbridge,
      4: someCounts(180, 148),
      52: someCounts(2300, 1860, { efficiency: 0.66, knowledge: 0.6 }),
    };
    const weights = { ...EQUAL_WEIGHTS, efficiency: 0.4, knowledge: 0.1 };
    expect(standingOf(two, null)).toMatchObject({ weakest: 'knowledge', workOn: 'knowledge' });
    const standing = standingOf(two, null, two.earlier, weights);
    expect(standing).toMatchObject({ weakest: 'knowledge', workOn: 'efficiency' });
    expect(driverToWorkOn(standing)).toBe('efficiency');
  });

  it('a small branch is scored over as many weeks as it needs, and says which', () => {
    const small = someWindows({ 4: someCounts(8, 7), 13: someCounts(26, 20), 26: someCounts(52, 40) });
    expect(standingOf(small, null)).toMatchObject({ period: 26, ease: { n: 52, standing: 'firm' } });
  });

  it('a survey that asks about emotion only has its period by that', () => {
    const felt = { ...NO_COUNTS, responses: 40, emotion: { ...NO_COUNTS.emotion, delighted: 40 } };
    expect(standingOf(someWindows({ 4: felt }), null)).toMatchObject({ period: 4, ease: null, emotion: { n: 40 } });
  });

  it('a branch that hardly anybody answered about has no score', () => {
    const few = someWindows({ 52: someCounts(9, 9) });
    expect(standingOf(few, null)).toMatchObject({ period: 52, ease: null, emotion: null, weakest: null });
    expect(standingOf(NO_WINDOWS, null)).toMatchObject({ ease: null, counts: { responses: 0 } });
  });
});
