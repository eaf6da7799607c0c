/**
 * Points of units that a reader may not see one by one, and pictures of too many points: neighbours in completion are
 * drawn as one point at their weighted mean. Figures are always taken from the units themselves.
 */
import type { LinkPoint } from './link.js';

/** Small enough to show the shape, large enough that no point is one branch. */
export const HIDDEN_TOGETHER = 5;
const MOST_POINTS = 400;

/** Own units as they are, the others by fives; when there are too many for a picture, everything in larger groups. */
export function drawnPoints(points: readonly LinkPoint[], wholeNetwork: boolean): LinkPoint[] {
  const size = Math.ceil(points.length / MOST_POINTS);
  if (wholeNetwork) return size > 1 ? inGroups(points, size) : [...points];
  const own = points.filter((point) => point.name !== null);
  const others = points.filter((point) => point.name === null);
  return [...inGroups(others, Math.max(HIDDEN_TOGETHER, size)), ...own];
}

/** Groups of at least `size` in the order of x; what is left over joins the last group. */
export function inGroups(points: readonly LinkPoint[], size: number): LinkPoint[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const whole = Math.floor(sorted.length / size);
  return Array.from({ length: whole }, (_, at) => {
    const end = at === whole - 1 ? sorted.length : (at + 1) * size;
    return together(sorted.slice(at * size, end));
  });
}

function together(group: readonly LinkPoint[]): LinkPoint {
  const weight = group.reduce((sum, point) => sum + point.weight, 0);
  const mean = (side: 'x' | 'y') => group.reduce((sum, point) => sum + point[side] * point.weight, 0) / weight;
  const answers = group.reduce((sum, point) => sum + point.answers, 0);
  return { name: null, code: null, x: mean('x'), y: mean('y'), weight: weight / group.length, answers };
}
