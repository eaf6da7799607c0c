import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bands, linkChart } from './link-chart.js';
import type { LinkPoint } from './link.js';

const point = (x: number, change: Partial<LinkPoint> = {}): LinkPoint => ({
  name: null,
  code: null,
  x,
  y: 80,
  weight: 40,
  answers: 40,
  ...change,
});
const drawn = (points: LinkPoint[], wholeNetwork: boolean) =>
  linkChart({
    id: 'levels',
    link: { points, answers: 0, tooFew: 0, correlation: null, line: null, enough: true },
    caption: 'No clear link.',
    sub: 'All units',
    xLabel: 'Completion',
    yLabel: 'Ease',
    changes: false,
    wholeNetwork,
  }).toString();

describe('the table beside a link', () => {
  it.each([
    [0, '0% to under 20%'],
    [19.9, '0% to under 20%'],
    [20, '20% to under 40%'],
    [80, '80% to 100%'],
    [100, '80% to 100%'],
  ])('%d per cent lies in %s', (x, name) => {
    expect(bands([point(x)], false).find((band) => band.points.length > 0)?.name).toBe(name);
  });

  it('puts every unit in exactly one band', () => {
    const xs = fc.array(fc.double({ min: -100, max: 100, noNaN: true }));
    fc.assert(
      fc.property(xs, (changes) => {
        const all = (points: LinkPoint[], changed: boolean) => bands(points, changed).flatMap((band) => band.points);
        expect(
          all(
            changes.map((x) => point(x)),
            true,
          ),
        ).toHaveLength(changes.length);
        expect(
          all(
            changes.map((x) => point(Math.abs(x))),
            false,
          ),
        ).toHaveLength(changes.length);
      }),
    );
  });

  it('prints no mean of fewer than five units', () => {
    const four = Array.from({ length: 4 }, () => point(10, { name: 'Own', y: 71.5 }));
    expect(drawn(four, false)).not.toContain('71.5');
    expect(drawn([...four, point(10, { name: 'Own', y: 71.5 })], false)).toContain('>71.5</td>');
  });
});

describe('the picture of a link', () => {
  it('names no unit for those who see them all, and three at most for a manager', () => {
    const own = Array.from({ length: 10 }, (_, at) => point(at * 10, { name: `Branch ${at}`, weight: at + 1 }));
    expect(drawn(own, true)).not.toContain('Branch');
    expect(new Set(drawn(own, false).match(/Branch \d/g))).toEqual(new Set(['Branch 9', 'Branch 8', 'Branch 7']));
  });
});
