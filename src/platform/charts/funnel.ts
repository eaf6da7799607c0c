import { area } from 'd3-shape';
import { t } from '../language/t.js';
import { sayScore } from '../say.js';
import type { Html } from '../web/html.js';
import { bottomAxis, type Domain, type Frame, gridLines, type Scale, x as across, y as up } from './axis.js';
import { circle, finite, line, path, picture, px, text } from './svg.js';

export interface FunnelPoint {
  name: string;
  /** Responses. */
  n: number;
  /** Points. */
  value: number;
}

interface Funnel {
  id: string;
  title: string;
  desc: string;
  points: readonly FunnelPoint[];
  /** The score that all are held against, in points, and what to call it: 'Area'. */
  centre: number;
  centreName: string;
  /** Standard deviation of one answer in points, over-dispersion included. */
  spread: number;
  domain?: Domain;
  narrow?: boolean;
}

/** Normal deviates of the 95 % and the 99.8 % limits. */
export const LIMITS = { inner: 1.96, outer: 3.09 } as const;

const WIDE: Frame = { width: 900, height: 360, left: 48, right: 120, top: 20, bottom: 50 };
const NARROW: Frame = { width: 360, height: 320, left: 38, right: 10, top: 20, bottom: 50 };

/** How far a score lies from the centre, in standard errors of its own number of answers. */
export function deviation({ n, value }: FunnelPoint, centre: number, spread: number): number {
  return (finite(value, 'the value') - centre) / (spread / Math.sqrt(finite(n, 'responses')));
}

/** Scores against numbers of answers inside the limits that chance alone would draw; only those outside are named. */
export function funnel(input: Funnel): Html {
  const { id, title, desc, points, centre, centreName, spread, domain = [50, 100], narrow = false } = input;
  const frame = narrow ? NARROW : WIDE;
  const most = Math.max(1, ...points.map((point) => finite(point.n, 'responses'))) * 1.06;
  const xs = across(frame, [0, most]);
  const ys = up(frame, domain).clamp(true);
  const body =
    limits(LIMITS.outer, 'c-fun3', { centre, spread, most }, xs, ys) +
    limits(LIMITS.inner, 'c-fun2', { centre, spread, most }, xs, ys) +
    gridLines(frame, ys, 'points') +
    bottomAxis(frame, xs, 'count', t('Number of survey responses'), narrow ? 3 : 6) +
    line(frame.left, ys(centre), frame.width - frame.right, ys(centre), 'c-zero') +
    (narrow
      ? ''
      : text(frame.width - frame.right + 8, ys(centre) + 5, `${centreName} ${sayScore(centre)}`, 'ct-strong')) +
    points.map((point) => mark(point, deviation(point, centre, spread), xs, ys)).join('');
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

interface Shape {
  centre: number;
  spread: number;
  most: number;
}

const STEPS = 60;
const FEWEST = 10;

function limits(z: number, css: string, { centre, spread, most }: Shape, xs: Scale, ys: Scale): string {
  const ns = Array.from({ length: STEPS + 1 }, (_, step) => FEWEST + ((most - FEWEST) * step) / STEPS);
  const shape = area<number>()
    .x((n) => xs(n))
    .y0((n) => ys(centre - (z * spread) / Math.sqrt(n)))
    .y1((n) => ys(centre + (z * spread) / Math.sqrt(n)))
    .digits(1);
  return path(most > FEWEST ? shape(ns) : null, css);
}

function mark({ name, n, value }: FunnelPoint, z: number, xs: Scale, ys: Scale): string {
  const [at, height] = [xs(n), ys(value)];
  if (Math.abs(z) <= LIMITS.outer) return circle(at, height, 4.5, 'c-dot');
  const [, right = 0] = xs.range();
  const crowded = at > right - 110;
  const label = text(at + (crowded ? -12 : 12), height + 5, name, 'ct-strong', crowded ? 'end' : 'start');
  return `<path d="M${px(at)},${px(height - 8)}l8,8l-8,8l-8,-8Z" class="c-out"/>${label}`;
}
