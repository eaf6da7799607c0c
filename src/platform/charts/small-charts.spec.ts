import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DRIVERS } from '../drivers.js';
import { root } from '../root.js';
import { completionBar } from './completion-bar.js';
import { DRIVER_ICONS } from './driver-icons.js';
import { driverRing } from './driver-ring.js';
import { cellStep, funnel } from './funnel.js';
import { stepOf } from './heat.js';
import { intervalBar } from './interval-bar.js';
import { intervalAgainstNoChange } from './no-change-bar.js';
import { smallMultiples } from './small-multiples.js';
import { sparkline } from './sparkline.js';

describe('the completion bar', () => {
  it.each([
    { share: 0, width: 0 },
    { share: 0.62, width: 74.4 },
    { share: 1, width: 120 },
    { share: 1.2, width: 120 },
  ])('fills $width of 120 for $share', ({ share, width }) => {
    expect(completionBar({ share }).toString()).toContain(`width="${width}" height="12" class="c-fill"`);
  });

  it('marks the target and what lies clearly behind', () => {
    const svg = completionBar({ share: 0.5, target: 0.8, low: true }).toString();
    expect(svg).toContain('<rect x="95" y="0" width="2" height="12" class="c-target"/>');
    expect(svg).toContain('is-low');
  });
});

describe('the driver ring', () => {
  const ring = (done: number, of: number) =>
    driverRing({ id: 'r', drivers: [{ driver: 'friendly', done, of }], big: '1', small: 'of 3' }).toString();

  it('says in words what it shows', () => {
    expect(ring(1, 3)).toContain('<desc id="r-d">Friendly 1 of 3</desc>');
  });

  it('colours nothing for a driver without a finished course, or without any course', () => {
    expect(ring(0, 3)).not.toMatch(/A[^"]*" transform="translate\(120 120\)" class="dr-friendly-f"/);
    expect(ring(0, 0)).not.toMatch(/A[^"]*" transform="translate\(120 120\)" class="dr-friendly-f"/);
  });

  it.each(DRIVERS)('draws the same icon for %s as the sprite', (driver) => {
    const sprite = readFileSync(join(root, 'assets/icons.svg'), 'utf8');
    expect(sprite).toContain(`d="${DRIVER_ICONS[driver]}"`);
  });
});

describe('the sparkline', () => {
  it('is one dot for one score and nothing for none', () => {
    expect(sparkline({ values: [70] }).toString()).toContain('c-spark-end');
    expect(sparkline({ values: [null, null] }).toString()).not.toContain('c-spark-end');
  });

  it('lies flat when nothing changed', () => {
    expect(sparkline({ values: [70, 70, 70] }).toString()).toContain('M3,12L35,12L67,12');
  });
});

describe('the interval bar', () => {
  it('keeps an interval that leaves the scale inside the picture', () => {
    expect(intervalBar({ value: 99, low: 90, high: 104 }).toString()).toContain('x2="124" y2="11" class="c-cibar"');
  });
});

describe('the interval against no change', () => {
  it.each([
    { low: 0.8, high: 3.8, words: 'does not include no change' },
    { low: -0.4, high: 0.9, words: 'includes no change' },
    { low: -3, high: -1, words: 'does not include no change' },
  ])('says that $low to $high $words', ({ low, high, words }) => {
    expect(intervalAgainstNoChange({ id: 'i', value: (low + high) / 2, low, high }).toString()).toContain(words);
  });
});

describe('small multiples', () => {
  it('say so when a driver has no score', () => {
    const items = [{ driver: 'friendly' as const, name: 'Friendly', values: [null, null] }];
    expect(smallMultiples({ id: 'm', title: 'Drivers', desc: 'None', items }).toString()).toContain('No score yet');
  });
});

describe('the funnel', () => {
  const limits = [10, 200].map((n) => ({ n, inner: [70, 90] as const, outer: [60, 95] as const }));
  const draw = (more: Partial<Parameters<typeof funnel>[0]>) =>
    funnel({
      ...{ id: 'f', title: 'Ease', desc: 'Ease', points: [], limits, centre: 80, centreName: 'Expected' },
      ...{ domain: [50, 100], ...more },
    }).toString();

  it('draws a place inside as a dot and one outside as a diamond with its name', () => {
    const points = [
      { name: 'Ashbridge', n: 100, value: 55, outside: true },
      { name: 'Quietby', n: 100, value: 80, outside: false },
    ];
    const svg = draw({ points });
    expect([svg.match(/c-out/g), svg.match(/c-dot/g)].map((found) => found?.length)).toEqual([1, 1]);
    expect(svg).toContain('Ashbridge');
    expect(svg).not.toContain('Quietby');
    expect(draw({ points, narrow: true })).not.toContain('Ashbridge');
  });

  it('leaves names out where they would lie on top of each other', () => {
    const points = Array.from({ length: 13 }, (_, i) => ({ name: 'Branch', n: 20 + i, value: 55, outside: true }));
    expect(draw({ points })).not.toContain('Branch');
    expect(draw({ points: points.slice(1) })).toContain('Branch');
  });

  it.each([
    [1, 0],
    [3, 0],
    [4, 1],
    [16, 2],
    [64, 3],
    [255, 3],
    [256, 4],
    [9000, 4],
  ])('draws a cell of %d places in step %d', (count, step) => {
    expect(cellStep(count)).toBe(step);
    expect(draw({ cells: [{ n: 20, value: 70, width: 10, height: 2.5, count }] })).toContain(`class="f-${step}"`);
  });
});

describe('the heat map', () => {
  it.each([
    [0, 0],
    [0.19, 0],
    [0.2, 1],
    [0.8, 4],
    [1, 4],
  ])('puts %s into step %s', (share, step) => {
    expect(stepOf(share)).toBe(step);
  });
});
