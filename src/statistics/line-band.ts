import { CONFIDENCE } from './interval.js';
import { criticalT } from './student-t.js';
import { weightedLine, type WeightedPoint } from './weighted.js';

export interface BandPoint {
  x: number;
  low: number;
  high: number;
}

/**
 * The band of a weighted least squares line at each of `xs`: fitted value ± t(n - 2) × standard error, where the fitted
 * value at x is the sum of y times w (1/W + (x - mean) (x_i - mean) / S_xx) and the spread of each y is estimated by its
 * own residual over 1 - leverage (HC3, MacKinnon and White 1985), as for the slope in weighted.ts. Empty where there is
 * no line.
 */
export function weightedLineBand(
  points: readonly WeightedPoint[],
  xs: readonly number[],
  confidence = CONFIDENCE,
): BandPoint[] {
  const used = points.filter((point) => point.weight > 0);
  const line = weightedLine(used);
  if (line === null) return [];
  const { intercept, slope } = line;
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  const mean = used.reduce((sum, { x, weight }) => sum + (weight * x) / total, 0);
  const spread = used.reduce((sum, { x, weight }) => sum + weight * (x - mean) ** 2, 0);
  const t = criticalT(confidence, used.length - 2);
  const pull = (at: number, point: WeightedPoint) =>
    point.weight * (1 / total + ((at - mean) * (point.x - mean)) / spread);
  return xs.map((x) => {
    const variance = used.reduce((sum, point) => {
      const residual = point.y - intercept - slope.value * point.x;
      return sum + ((pull(x, point) * residual) / Math.max(1 - pull(point.x, point), 1e-9)) ** 2;
    }, 0);
    const fitted = intercept + slope.value * x;
    return { x, low: fitted - t * Math.sqrt(variance), high: fitted + t * Math.sqrt(variance) };
  });
}
