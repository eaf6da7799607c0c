import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { drawnPoints, HIDDEN_TOGETHER, inGroups } from './grouped-points.js';
import type { LinkPoint } from './link.js';

const point = (change: Partial<LinkPoint> = {}): LinkPoint => ({
  name: null,
  code: null,
  x: 50,
  y: 80,
  weight: 40,
  answers: 40,
  ...change,
});
const somePoints = fc.array(
  fc.record({
    x: fc.integer({ min: 0, max: 100 }),
    y: fc.integer({ min: 0, max: 100 }),
    weight: fc.integer({ min: 10, max: 90 }),
  }),
  { maxLength: 60 },
);

describe('points drawn together', () => {
  it('shows own units one by one and the others by fives', () => {
    const others = Array.from({ length: 12 }, (_, at) => point({ x: at }));
    const drawn = drawnPoints([...others, point({ name: 'Ashbridge', code: '021047' })], false);
    expect(drawn.filter(({ name }) => name === null)).toHaveLength(2);
    expect(drawn.at(-1)!.name).toBe('Ashbridge');
  });

  it('draws nobody when the others are fewer than five', () => {
    expect(drawnPoints([point(), point(), point(), point()], false)).toEqual([]);
  });

  it('shows every unit to those who see the whole network, until there are too many for a picture', () => {
    const many = Array.from({ length: 11500 }, (_, at) => point({ x: at % 100 }));
    expect(drawnPoints(many.slice(0, 360), true)).toHaveLength(360);
    expect(drawnPoints(many, true).length).toBeLessThanOrEqual(400);
  });

  it('lies between its members and loses no answer', () => {
    fc.assert(
      fc.property(somePoints, (raw) => {
        const points = raw.map((one) => point({ ...one, answers: one.weight }));
        const groups = inGroups(points, HIDDEN_TOGETHER);
        const sum = (list: LinkPoint[]) => list.reduce((total, one) => total + one.answers, 0);
        if (points.length >= HIDDEN_TOGETHER) expect(sum(groups)).toBe(sum(points));
        else expect(groups).toEqual([]);
        const xs = points.map(({ x }) => x);
        groups.forEach(({ x }) => expect(x >= Math.min(...xs) - 1e-9 && x <= Math.max(...xs) + 1e-9).toBe(true));
      }),
    );
  });
});
