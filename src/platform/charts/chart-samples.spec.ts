import { describe, expect, it } from '@jest/globals';
import type { Html } from '../web/html.js';
import { completionBar } from './completion-bar.js';
import { driverRing } from './driver-ring.js';
import { emotionBar } from './emotion-bar.js';
import { eventStudy } from './event-study.js';
import { funnel } from './funnel.js';
import { heat } from './heat.js';
import { intervalBar } from './interval-bar.js';
import { intervalAgainstNoChange } from './no-change-bar.js';
import { scatter } from './scatter.js';
import { smallMultiples } from './small-multiples.js';
import { sparkline } from './sparkline.js';
import { trend } from './trend.js';

interface Sample {
  name: string;
  /** Draws the chart with one of its numbers and one of its words replaced. */
  draw(number: number, words: string, narrow: boolean): Html;
  /** Charts that are images carry words; decorations do not. */
  image: boolean;
}

const names = { id: 'sample', title: 'Title', desc: 'Description' };
const shares = (delighted: number) => ({
  delighted,
  satisfied: 0.2,
  neutral: 0.1,
  disappointed: 0.05,
  irritated: 0.05,
});

const SAMPLES: Sample[] = [
  {
    name: 'trend',
    image: true,
    draw: (value, words, narrow) =>
      trend({
        ...names,
        points: [
          { label: words, value, low: 68, high: 74 },
          { label: '11 Jan', value: null, low: null, high: null },
          { label: '18 Jan', value: 76, low: 73, high: 79 },
        ],
        events: [{ at: 2, label: words }],
        narrow,
      }),
  },
  {
    name: 'scatter',
    image: true,
    draw: (x, words, narrow) =>
      scatter({
        ...names,
        points: [
          { x, y: 70, weight: 40, name: words },
          { x: 80, y: 78, weight: 160 },
        ],
        line: {
          intercept: 60,
          slope: 0.2,
          band: [
            { x: 40, low: 66, high: 70 },
            { x: 80, low: 74, high: 79 },
          ],
        },
        xLabel: words,
        yLabel: words,
        xUnit: 'percent',
        yUnit: 'points',
        narrow,
      }),
  },
  {
    name: 'small multiples',
    image: true,
    draw: (value, words, narrow) =>
      smallMultiples({
        ...names,
        items: [{ driver: 'friendly', name: words, values: [value, null, 80] }],
        reference: 78,
        narrow,
      }),
  },
  {
    name: 'driver ring',
    image: true,
    draw: (done, words) =>
      driverRing({ id: 'sample', drivers: [{ driver: 'friendly', done, of: 100 }], big: '1', small: words }),
  },
  {
    name: 'funnel',
    image: true,
    draw: (value, words, narrow) =>
      funnel({
        ...names,
        points: [{ name: words, n: 400, value, outside: true }],
        cells: [{ n: 40, value: 80, width: 20, height: 2.5, count: 30 }],
        limits: [
          { n: 10, inner: [70, 98], outer: [55, 100] },
          { n: 420, inner: [84, 95], outer: [80, 97] },
        ],
        centre: 90,
        centreName: words,
        domain: [50, 100],
        narrow,
      }),
  },
  {
    name: 'event study',
    image: true,
    draw: (value, words, narrow) =>
      eventStudy({
        ...names,
        title: words,
        xLabel: words,
        weeks: [
          { week: -2, difference: { value: 0.2, low: -1, high: 1.4 } },
          { week: -1, difference: 'baseline' },
          { week: 0, difference: { value, low: 0.4, high: 3 } },
        ],
        narrow,
      }),
  },
  {
    name: 'heat',
    image: true,
    draw: (percent, words, narrow) =>
      heat({
        ...names,
        columns: [{ label: words, short: words }],
        rows: [{ name: words, shares: [percent / 100] }],
        narrow,
      }),
  },
  {
    name: 'emotion bar',
    image: true,
    draw: (percent, words) => emotionBar({ shares: shares(percent / 100), label: words }),
  },
  {
    name: 'interval against no change',
    image: true,
    draw: (value, words) => intervalAgainstNoChange({ id: 'sample', value, low: 0.8, high: 71, unit: words }),
  },
  { name: 'sparkline', image: false, draw: (value) => sparkline({ values: [70, null, value] }) },
  { name: 'interval bar', image: false, draw: (value) => intervalBar({ value, low: 66, high: 76, reference: 80 }) },
  { name: 'completion bar', image: false, draw: (percent) => completionBar({ share: percent / 100, target: 0.8 }) },
];

describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))('the %s', (_, { draw, image }) => {
  it('is drawn as it was reviewed', () => {
    expect(draw(62, 'Ashbridge', false).toString()).toMatchSnapshot();
    expect(draw(62, 'Ashbridge', true).toString()).toMatchSnapshot();
  });

  it('carries no style, so that it passes a policy without inline styles', () => {
    expect(draw(62, 'Ashbridge', false).toString()).not.toMatch(/style|<script|\son\w+=/i);
  });

  it.each([NaN, Infinity, -Infinity])('refuses %s', (number) => {
    expect(() => draw(number, 'Ashbridge', false)).toThrow(RangeError);
  });

  it('is an image with words, or hidden from screen readers', () => {
    const svg = draw(62, 'Ashbridge', false).toString();
    expect(svg).toMatch(image ? /role="img"/ : /aria-hidden="true"/);
  });

  it('prints words as words', () => {
    const svg = draw(62, '<b>"Tills" & co</b>', false).toString();
    expect(svg).not.toContain('<b>');
    if (image) expect(svg).toContain('&lt;b&gt;&quot;Tills&quot; &amp; co&lt;/b&gt;');
  });
});
