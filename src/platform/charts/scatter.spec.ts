import { describe, expect, it } from '@jest/globals';
import { scatter, type ScatterPoint } from './scatter.js';

const draw = (points: ScatterPoint[], more = {}) =>
  scatter({
    id: 'plot',
    title: 'Completion and ease',
    desc: 'Branches',
    points,
    line: null,
    xLabel: 'Completion',
    yLabel: 'Ease',
    xUnit: 'percent',
    yUnit: 'points',
    xDomain: [0, 100],
    yDomain: [0, 100],
    ...more,
  }).toString();

const bubbles = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)" class="c-bubble"/g)].map(([, x, y, r]) => ({
    x: Number(x),
    y: Number(y),
    r: Number(r),
  }));

describe('a scatter', () => {
  it('puts a point where its numbers say', () => {
    expect(bubbles(draw([{ x: 50, y: 50, weight: 1 }]))).toEqual([{ x: 468, y: 210, r: 13 }]);
  });

  it('gives four times the responses four times the area', () => {
    const [heavy, light] = bubbles(
      draw([
        { x: 10, y: 10, weight: 100 },
        { x: 20, y: 20, weight: 400 },
      ]),
    );
    expect(((heavy?.r ?? 0) - 1.5) / ((light?.r ?? 0) - 1.5)).toBeCloseTo(2, 1);
  });

  it('draws small ones over large ones', () => {
    const radii = bubbles(draw([5, 80, 20].map((weight) => ({ x: 50, y: 50, weight })))).map((bubble) => bubble.r);
    expect(radii).toEqual([...radii].sort((a, b) => b - a));
  });

  it('names points on a wide screen only, and turns a name at the edge inwards', () => {
    const points = [{ x: 98, y: 50, weight: 1, name: 'Ashbridge' }];
    expect(draw(points)).toContain('text-anchor="end">Ashbridge<');
    expect(draw(points, { narrow: true })).not.toContain('Ashbridge');
  });

  it('draws the fitted line over the range of its band, clipped to the plot', () => {
    const line = {
      intercept: 60,
      slope: 0.2,
      band: [
        { x: 25, low: 60, high: 70 },
        { x: 75, low: 70, high: 80 },
      ],
    };
    const svg = draw([{ x: 50, y: 70, weight: 1 }], { line });
    expect(svg).toContain('<line x1="262" y1="157.2" x2="674" y2="122" class="c-line"/>');
    expect(svg).toContain('clip-path="url(#plot-plot)"');
  });

  it('marks no change on both axes when changes are compared', () => {
    const svg = draw([{ x: 3, y: -2, weight: 1 }], {
      xUnit: 'change',
      yUnit: 'change',
      xDomain: [-10, 10],
      yDomain: [-10, 10],
    });
    expect(svg.match(/c-zero/g)).toHaveLength(2);
  });

  it('refuses a fitted line that is no line', () => {
    const line = { intercept: NaN, slope: 1, band: [] };
    expect(() => draw([{ x: 1, y: 1, weight: 1 }], { line })).toThrow(RangeError);
  });
});
