import { describe, expect, it } from '@jest/globals';
import { trend, type TrendPoint } from './trend.js';

const point = (value: number | null, label = '4 Jan'): TrendPoint => {
  return { label, value, low: value === null ? null : value - 2, high: value === null ? null : value + 2 };
};
const draw = (points: TrendPoint[], more = {}) =>
  trend({ id: 'ease', title: 'Ease', desc: 'By week', points, ...more }).toString();
const labels = (svg: string) =>
  [...svg.matchAll(/class="ct ct-axis" text-anchor="(?:start|middle)">(\d+ \w+)</g)].map(([, label]) => label);

describe('a trend', () => {
  it('breaks its line where there is no score', () => {
    const line = /<path d="([^"]+)" class="c-line"/.exec(
      draw([point(70), point(71), point(null), point(72), point(73)]),
    )?.[1];
    expect(line?.match(/M/g)).toHaveLength(2);
  });

  it('shows a score that stands alone between two gaps as a dot', () => {
    expect(draw([point(70), point(null), point(72), point(null), point(73)]).match(/c-lone/g)).toHaveLength(3);
  });

  it('greys a score on few answers, and dims the steps that others are held against', () => {
    const svg = draw([point(70), { ...point(71), few: true }, point(72)], { dimmed: { from: 0, to: 1 } });
    expect(svg.match(/class="c-few"/g)).toHaveLength(1);
    expect(svg.match(/<rect [^>]*class="c-dim"/g)).toHaveLength(1);
    expect(draw([point(70), point(71)])).not.toMatch(/c-few|c-dim/);
  });

  it('prints the last score with its interval beside it, the interval only where there is room', () => {
    const points = [point(70), point(76.24), point(null)];
    expect(draw(points)).toContain('>76.2<');
    expect(draw(points)).toContain('>74.2 to 78.2<');
    expect(draw(points, { narrow: true })).not.toContain('74.2 to 78.2');
  });

  it('says percentages as whole numbers', () => {
    expect(draw([point(60), point(61.7)], { unit: 'percent' })).toContain('>62%<');
  });

  it('labels no more weeks than fit', () => {
    const year = Array.from({ length: 52 }, (_, week) => point(70 + (week % 5), `${week + 1} Jan`));
    expect(labels(draw(year)).length).toBeLessThanOrEqual(9);
    expect(labels(draw(year, { narrow: true })).length).toBeLessThanOrEqual(4);
  });

  it('turns an event towards the middle, so that its words stay inside', () => {
    const points = Array.from({ length: 10 }, () => point(70));
    expect(draw(points, { events: [{ at: 1, label: 'Week' }] })).toContain('text-anchor="start">Week<');
    expect(draw(points, { events: [{ at: 8, label: 'Week' }] })).toContain('text-anchor="end">Week<');
  });

  it('draws an empty plot when nothing is known', () => {
    expect(draw([point(null), point(null)])).not.toMatch(/c-line|c-band|c-post-dot/);
  });
});
