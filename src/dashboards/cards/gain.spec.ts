import { describe, expect, it } from '@jest/globals';
import { someCounts, someWindows, tally } from '../../../test/factories/customer-counts.js';
import { markTogether, shareDifference } from '../../feedback/metrics/change.js';
import { driverToWorkOn, standingOf } from '../../feedback/metrics/standing.js';
import type { Windows } from '../../feedback/metrics/windows.js';
import { readFilters } from '../table/filters.js';
import { choose, type Row } from '../table/rows.js';
import { gainOf } from './gain.js';
import { spotlight, withFirst } from './spotlight.js';
import { sayWhyFirst } from './why-first.js';

function row(name: string, windows: Partial<Windows>): Row {
  const all = someWindows(windows);
  const [change = null] = markTogether([shareDifference(all[4].ease, all.earlier.ease)]);
  const place = { id: name.length, code: name.toLowerCase(), name };
  return { place, standing: standingOf(all, change), assigned: { finished: 0, due: 0 }, spark: [] };
}

const slips = row('Slipton', { 4: someCounts(180, 122), earlier: someCounts(585, 480) });
const small = row('Smallby', { 4: someCounts(60, 30), earlier: someCounts(195, 165) });
const weak = row('Weakham', { 13: someCounts(60, 40), 52: someCounts(600, 420, { knowledge: 0.5 }) });
const fine = row('Finely', { 4: someCounts(60, 54), 52: someCounts(600, 540, { knowledge: 0.5 }) });
const steady = row('Steadley', { 4: someCounts(60, 54) });

describe('what putting a place right is worth', () => {
  it.each([
    [
      'the fall times those who answer, where it slips',
      slips,
      80,
      { fell: true, gap: 14.3, answers: 180, customers: 26 },
    ],
    ['more answers weigh more than a deeper fall', small, 80, { fell: true, gap: 34.6, answers: 60, customers: 21 }],
    [
      'what it lies below all together, where it does not',
      weak,
      80,
      { fell: false, gap: 13.3, answers: 18, customers: 2 },
    ],
    ['nothing where it lies above', fine, 80, { fell: false, gap: 0, customers: 0 }],
    ['nothing to hold it against', weak, null, { fell: false, gap: 0, customers: 0 }],
  ])('is %s', (_, place, whole, expected) => {
    const { gap, answers, customers, fell } = gainOf(place, whole);
    const rounded = {
      fell,
      gap: Math.round(gap * 10) / 10,
      answers: Math.round(answers),
      customers: Math.round(customers),
    };
    expect(rounded).toMatchObject(expected);
  });

  it('is weighed by how much the driver matters', () => {
    const plain = gainOf(weak, 80);
    expect(gainOf(weak, 80, (driver) => (driver === 'knowledge' ? 2 : 1)).worth).toBeCloseTo(2 * plain.worth);
  });
});

describe('the order of the cards', () => {
  const whole = { n: 1000, top: 800, sum: 4000 };
  const names = (aside: string[] = []) =>
    spotlight([steady, weak, small, slips, fine], { whole, aside: new Set(aside) }).troubled.map(
      (one) => one.row.place.name,
    );

  it('is by what there is to gain; what is steady is no candidate', () =>
    expect(names()).toEqual(['Slipton', 'Smallby', 'Weakham', 'Finely']));

  it('leaves out a weak driver where too few said how easy it was', () => {
    const year = { ...someCounts(600, 420, { knowledge: 0.5 }), ease: tally(20, 14) };
    const quiet = row('Quietby', { 52: year });
    expect([weak, quiet].map(({ standing }) => driverToWorkOn(standing))).toEqual(['knowledge', 'knowledge']);
    expect(spotlight([quiet, weak], { whole }).troubled.map(({ row }) => row.place.name)).toEqual(['Weakham']);
  });

  it('moves up when one is put aside', () => {
    expect(names(['attention:slipton'])[0]).toBe('Smallby');
    expect(names(['attention:slipton', 'attention:smallby', 'praise:weakham'])[0]).toBe('Weakham');
  });

  it('is where a table begins too, put aside or not: what is sent to a colleague shows the same', () => {
    const marked = withFirst([steady, weak, small, slips], { whole });
    expect(marked.filter(({ first }) => first).map(({ place }) => place.name)).toEqual(['Slipton']);
    const weakFirst = withFirst([small, weak], { whole, importance: (driver) => (driver === 'knowledge' ? 100 : 0) });
    expect(choose(weakFirst, readFilters({})).map(({ place }) => place.name)).toEqual(['Weakham', 'Smallby']);
    expect(withFirst([steady], { whole })).toEqual([steady]);
  });

  it('can turn where a driver matters more', () => {
    const importance = (driver: string | null) => (driver === 'knowledge' ? 100 : 1);
    expect(spotlight([slips, weak], { whole, importance }).troubled[0]?.row).toBe(weak);
  });

  it('thanks nobody who is not clearly above all together', () => {
    expect(spotlight([steady], { whole }).praised).toBeNull();
    expect(spotlight([steady], { whole: { n: 1000, top: 700, sum: 0 } }).praised).toBe(steady);
    expect(
      spotlight([steady], { whole: { n: 1000, top: 700, sum: 0 }, aside: new Set(['praise:steadley']) }).praised,
    ).toBeNull();
  });

  it('is said in words that name the next', () => {
    const { troubled } = spotlight([small, slips, fine], { whole });
    expect(sayWhyFirst(troubled)).toBe(
      'Ease fell 14.3 points here, and about 180 customers answer in four weeks: put right, it would be easy for about 26 more of them. Next would be Smallby (about 21) and Finely (about 0). Reckoned as the gap in ease, times how much the driver matters, times the customers who answer.',
    );
    expect(sayWhyFirst(troubled.slice(2))).toMatch(/^Its weakest driver is clear, .* Nothing else here is clear\./);
    expect(sayWhyFirst([])).toBeNull();
  });
});
