import { describe, expect, it } from '@jest/globals';
import { inLanguage } from '../language/language.js';
import { eventStudy } from './event-study.js';

const span = (from: number, to: number, value = 1) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    week: from + at,
    difference: { value, low: value - 1.2, high: value + 1.2 },
  }));
const drawn = (weeks: ReturnType<typeof span>, narrow = false) =>
  eventStudy({ id: 'e', title: 'Ease', desc: 'Week by week', xLabel: 'Weeks', weeks, narrow }).toString();

const dots = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="[\d.]+" r="([\d.]+)" class="c-post-dot"/g)].map(([, x, r]) => ({
    ...{ x: Number(x), r: Number(r) },
  }));
const numbers = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="\d+" class="ct ct-axis" text-anchor="middle">([+−]?\d+)</g)].map(
    ([, x, week]) => ({ x: Number(x), week: week! }),
  );

describe('the event study', () => {
  it.each([
    ['a desk', false],
    ['a phone', true],
  ])('draws each of 39 weeks on %s, apart from one another, with numbers that can be read', (_, narrow) => {
    const svg = drawn(span(-12, 26), narrow);
    expect(svg.match(/class="c-pre-dot"/g)).toHaveLength(12);
    const all = dots(svg);
    expect(all).toHaveLength(27);
    for (const [at, { x, r }] of all.slice(1).entries()) expect(x - r).toBeGreaterThan(all[at]!.x + all[at]!.r);
    const shown = numbers(svg);
    expect(shown.map(({ week }) => week)).toContain('0');
    for (const [at, { x }] of shown.slice(1).entries()) expect(x - shown[at]!.x).toBeGreaterThanOrEqual(34);
  });

  it('numbers every week where there is room', () => {
    expect(numbers(drawn(span(-4, 3))).map(({ week }) => week)).toEqual([
      '−4',
      '−3',
      '−2',
      '−1',
      '0',
      '+1',
      '+2',
      '+3',
    ]);
  });

  it('has no zone and no number beside it where only weeks before the training are drawn', () => {
    const svg = drawn(span(-8, -1));
    expect(svg).not.toMatch(/c-zone|After training|points/);
    expect(svg).toContain('No difference');
  });

  it('says nothing of before where there is none', () => {
    expect(drawn(span(0, 8))).not.toContain('Before');
  });

  it.each([
    [-12, 0],
    [-1, 26],
    [-2, 1],
  ])('keeps its words inside of the picture from week %d to %d', (from, to) => {
    const svg = drawn(span(from, to), true);
    const words = [...svg.matchAll(/<text x="([\d.]+)" y="34" class="[^"]*" text-anchor="(\w+)">([^<]+)</g)];
    for (const [, x, anchor, said] of words) {
      const width = said!.length * 7.6;
      expect(anchor === 'end' ? Number(x) - width : 360 - Number(x) - width).toBeGreaterThanOrEqual(0);
    }
  });

  it('always shows the line of no difference', () => {
    expect(drawn(span(-3, 8, 20))).toContain('c-zero');
  });

  it('says points in the reader’s language', () => {
    expect(drawn(span(-3, 3))).toContain('+1.0 points');
    expect(inLanguage('cy', () => drawn(span(-3, 3)))).toContain('+1.0 pwynt<');
  });
});
