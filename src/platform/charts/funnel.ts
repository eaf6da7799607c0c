import { area } from 'd3-shape';
import { t } from '../language/t.js';
import { sayScore } from '../say.js';
import type { Html } from '../web/html.js';
import { bottomAxis, type Domain, type Frame, gridLines, type Scale, x as across, y as up } from './axis.js';
import { circle, finite, line, path, picture, px, rect, text } from './svg.js';

export interface FunnelPoint {
  name: string;
  /** Answers. */
  n: number;
  /** Points. */
  value: number;
  /** Outside of the outer limits: drawn as a diamond and named. */
  outside: boolean;
}

/** Many points that lie together, as one rectangle: from `n` and `value` on, so wide and so high. */
export interface FunnelCell {
  n: number;
  value: number;
  width: number;
  height: number;
  count: number;
}

/** Between which points a place with so many answers lies when it is like the rest. */
export interface FunnelLimit {
  n: number;
  inner: Domain;
  outer: Domain;
}

interface Funnel {
  id: string;
  title: string;
  desc: string;
  points: readonly FunnelPoint[];
  /** Instead of points too many to be told apart; those outside may still be points. */
  cells?: readonly FunnelCell[];
  /** Ascending by `n`; the plot begins and ends with them. */
  limits: readonly FunnelLimit[];
  /** The score that all are held against, in points, and what to call it: 'Expected'. */
  centre: number;
  centreName: string;
  domain: Domain;
  narrow?: boolean;
}

const WIDE: Frame = { width: 900, height: 380, left: 48, right: 130, top: 20, bottom: 50 };
const NARROW: Frame = { width: 360, height: 320, left: 38, right: 10, top: 20, bottom: 50 };
/** More names than this would lie on top of each other; the list beside the chart has them all. */
const MOST_NAMED = 12;

/** Scores against numbers of answers inside the limits that chance would draw; only those outside are named. */
export function funnel(input: Funnel): Html {
  const { id, title, desc, points, cells = [], limits, centre, centreName, domain, narrow = false } = input;
  const frame = narrow ? NARROW : WIDE;
  const xs = across(frame, [0, Math.max(1, ...limits.map(({ n }) => finite(n, 'answers')))]).clamp(true);
  const ys = up(frame, domain).clamp(true);
  const named = !narrow && points.filter(({ outside }) => outside).length <= MOST_NAMED;
  const body =
    band(limits, 'outer', 'c-fun3', xs, ys) +
    band(limits, 'inner', 'c-fun2', xs, ys) +
    cellsOf(cells, xs, ys) +
    gridLines(frame, ys, 'points') +
    bottomAxis(frame, xs, 'count', t('Number of answers'), narrow ? 3 : 6) +
    line(frame.left, ys(centre), frame.width - frame.right, ys(centre), 'c-zero') +
    (narrow
      ? ''
      : text(frame.width - frame.right + 8, ys(centre) + 5, `${centreName} ${sayScore(centre)}`, 'ct-strong')) +
    points.map((point) => mark(point, named, xs, ys)).join('');
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

function band(limits: readonly FunnelLimit[], which: 'inner' | 'outer', css: string, xs: Scale, ys: Scale): string {
  const shape = area<FunnelLimit>()
    .x(({ n }) => xs(n))
    .y0((limit) => ys(limit[which][0]))
    .y1((limit) => ys(limit[which][1]))
    .digits(1);
  return path(limits.length > 1 ? shape([...limits]) : null, css);
}

/** Five steps, each four times the one before: most places lie together, and single ones must be seen beside them. */
function cellsOf(cells: readonly FunnelCell[], xs: Scale, ys: Scale): string {
  const draw = ({ n, value, width, height, count }: FunnelCell) => {
    const [left, right, top, bottom] = [xs(n), xs(n + width), ys(value + height), ys(value)];
    return rect(left, top, Math.max(1, right - left - 0.5), Math.max(1, bottom - top - 0.5), `f-${cellStep(count)}`);
  };
  return cells.map(draw).join('');
}

/** 0 for 1 to 3 places, 1 up to 15, 2 up to 63, 3 up to 255, 4 for more. */
export function cellStep(count: number): number {
  return Math.min(4, Math.floor(Math.log(Math.max(1, finite(count, 'a count'))) / Math.log(4) + 1e-9));
}

function mark({ name, n, value, outside }: FunnelPoint, named: boolean, xs: Scale, ys: Scale): string {
  const [at, height] = [xs(finite(n, 'answers')), ys(finite(value, 'the value'))];
  if (!outside) return circle(at, height, 4.5, 'c-dot');
  const diamond = `<path d="M${px(at)},${px(height - 8)}l8,8l-8,8l-8,-8Z" class="c-out"/>`;
  if (!named) return diamond;
  const [, right = 0] = xs.range();
  const crowded = at > right - 110;
  return diamond + text(at + (crowded ? -12 : 12), height + 5, name, 'ct-strong', crowded ? 'end' : 'start');
}
