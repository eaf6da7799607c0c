/** How two measurements of the same places go together when places weigh differently (for instance by answers). */
import { CONFIDENCE, type Estimate } from './interval.js';
import { criticalT } from './student-t.js';

/** One place: where it stands on both measurements, and how much it counts. */
export interface WeightedPoint {
  x: number;
  y: number;
  weight: number;
}

/** A straight line y = intercept + slope x; the slope carries its interval. */
export interface WeightedLine {
  slope: Estimate;
  intercept: number;
  standardError: number;
}

/**
 * Pearson's correlation with weights, S_xy / sqrt(S_xx S_yy) about the weighted means, from -1 to 1; null when either side does
 * not vary or fewer than two points count.
 */
export function weightedCorrelation(points: readonly WeightedPoint[]): number | null {
  const { xx, yy, xy, n } = centred(points);
  if (n < 2 || !(xx > 0) || !(yy > 0)) return null;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * Weighted least squares line. The interval of the slope is robust against unequal spread: the HC3 estimator of
 * MacKinnon and White (1985), recommended for small samples by Long and Ervin (2000), on the points scaled by the root
 * of their weights, with Student's t on n - 2 degrees of freedom. Null when fewer than three points count or x does not
 * vary.
 */
export function weightedLine(points: readonly WeightedPoint[], confidence = CONFIDENCE): WeightedLine | null {
  const used = points.filter((point) => point.weight > 0);
  const { xx, xy, meanX, meanY, total, n } = centred(used);
  if (n < 3 || !(xx > 0)) return null;
  const slope = xy / xx;
  const intercept = meanY - slope * meanX;
  const standardError =
    Math.sqrt(
      used.reduce((sum, { x, y, weight }) => {
        const leverage = weight * (1 / total + (x - meanX) ** 2 / xx);
        const residual = y - intercept - slope * x;
        const pull = (weight * (x - meanX) * residual) / Math.max(1 - leverage, 1e-9);
        return sum + pull * pull;
      }, 0),
    ) / xx;
  const half = criticalT(confidence, n - 2) * standardError;
  return { slope: { value: slope, low: slope - half, high: slope + half, n }, intercept, standardError };
}

/** Mean of the y of all points by weight; null when nothing counts. */
export function weightedMean(values: readonly { value: number; weight: number }[]): number | null {
  const total = values.reduce((sum, { weight }) => sum + weight, 0);
  return total > 0 ? values.reduce((sum, { value, weight }) => sum + value * weight, 0) / total : null;
}

function centred(points: readonly WeightedPoint[]) {
  const used = points.filter((point) => point.weight > 0);
  const total = used.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = used;
  const [x0, y0] = [first?.x ?? 0, first?.y ?? 0];
  // Around the first point, so that a side that does not vary has a spread of exactly zero.
  const meanX = x0 + used.reduce((sum, { x, weight }) => sum + (weight * (x - x0)) / total, 0);
  const meanY = y0 + used.reduce((sum, { y, weight }) => sum + (weight * (y - y0)) / total, 0);
  const of = (value: (point: WeightedPoint) => number) =>
    used.reduce((sum, point) => sum + point.weight * value(point), 0);
  return {
    n: used.length,
    total,
    meanX,
    meanY,
    xx: of(({ x }) => (x - meanX) ** 2),
    yy: of(({ y }) => (y - meanY) ** 2),
    xy: of(({ x, y }) => (x - meanX) * (y - meanY)),
  };
}
