import type { Html } from '../web/html.js';
import { type Domain, linear } from './axis.js';
import { circle, decoration, finite, line } from './svg.js';

interface IntervalBar {
  /** All in the same unit as `domain`. */
  value: number;
  low: number;
  high: number;
  /** A dashed line to compare with, such as the network's score. */
  reference?: number | null;
  domain?: Domain;
}

const [WIDTH, HEIGHT] = [130, 22];

/** A score and its 95 % interval on a common scale; the numbers stand beside it. */
export function intervalBar({ value, low, high, reference = null, domain = [0, 100] }: IntervalBar): Html {
  for (const end of [value, low, high]) finite(end, 'the value');
  const xs = linear(domain, [6, WIDTH - 6]).clamp(true);
  const middle = HEIGHT / 2;
  const body =
    line(4, middle, WIDTH - 4, middle, 'c-grid') +
    (reference === null ? '' : line(xs(reference), 2, xs(reference), HEIGHT - 2, 'c-refline')) +
    line(xs(low), middle, xs(high), middle, 'c-cibar') +
    circle(xs(value), middle, 5, 'c-post-dot');
  return decoration(WIDTH, HEIGHT, 'chart--ci', body);
}
