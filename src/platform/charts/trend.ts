import { area, line as curve } from 'd3-shape';
import type { Html } from '../web/html.js';
import {
  type Domain,
  domainOf,
  type Frame,
  gridLines,
  type Scale,
  sayValue,
  type Unit,
  x as across,
  y as up,
} from './axis.js';
import { circle, finite, line, path, picture, rect, text } from './svg.js';

export interface TrendPoint {
  /** Under the axis: '6 Jul'. */
  label: string;
  /** null where there is no score; the line breaks there. */
  value: number | null;
  /** 95 % interval; null draws no band at this point. */
  low: number | null;
  high: number | null;
  /** Drawn as a hollow grey dot: a score on few answers. */
  few?: boolean;
}

interface Trend {
  id: string;
  title: string;
  desc: string;
  /** One step of time each, oldest first. */
  points: readonly TrendPoint[];
  unit?: 'points' | 'percent';
  domain?: Domain;
  /** Things that happened, marked at a point's index. */
  events?: readonly { at: number; label: string }[];
  /** Steps that the others are held against, dimmed. */
  dimmed?: { from: number; to: number } | null;
  narrow?: boolean;
}

const WIDE: Frame = { width: 900, height: 320, left: 48, right: 132, top: 30, bottom: 36 };
const NARROW: Frame = { width: 360, height: 260, left: 40, right: 56, top: 30, bottom: 34 };

type Known = { index: number; value: number; low: number | null; high: number | null };

/** A score over time with its 95 % band, gaps where there is none, and marks for what happened. */
export function trend({
  id,
  title,
  desc,
  points,
  unit = 'points',
  domain,
  events = [],
  dimmed,
  narrow = false,
}: Trend): Html {
  const frame = narrow ? NARROW : WIDE;
  const known = points.flatMap(knownPoint);
  const ends = known.flatMap((point) => [point.value, point.low ?? point.value, point.high ?? point.value]);
  const xs = across(frame, [0, Math.max(points.length - 1, 1)]);
  const ys = up(frame, domain ?? domainOf(ends, [0, 100]));
  const body =
    gridLines(frame, ys, unit, 4) +
    band(points, xs, ys) +
    curves(points, known, xs, ys) +
    (dimmed ? veil(frame, xs, dimmed, points.length - 1) : '') +
    points.map((point, index) => fewDot(point, index, xs, ys)).join('') +
    timeAxis(frame, points, xs, narrow) +
    events.map((event) => mark(frame, xs, event)).join('') +
    lastValue(known.at(-1), xs, ys, unit, narrow);
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

function knownPoint({ value, low, high }: TrendPoint, index: number): Known[] {
  for (const end of [value, low, high]) if (end !== null) finite(end, 'the value');
  return value === null ? [] : [{ index, value, low, high }];
}

function band(points: readonly TrendPoint[], xs: Scale, ys: Scale): string {
  const shape = area<TrendPoint>()
    .defined((point) => point.value !== null && point.low !== null && point.high !== null)
    .x((_, index) => xs(index))
    .y0((point) => ys(point.low ?? 0))
    .y1((point) => ys(point.high ?? 0))
    .digits(1);
  return path(shape([...points]), 'c-band');
}

/** The line, and a dot for a point that stands alone between two gaps. */
function curves(points: readonly TrendPoint[], known: readonly Known[], xs: Scale, ys: Scale): string {
  const shape = curve<TrendPoint>()
    .defined((point) => point.value !== null)
    .x((_, index) => xs(index))
    .y((point) => ys(point.value ?? 0))
    .digits(1);
  const has = (index: number) => (points[index]?.value ?? null) !== null;
  const alone = known.filter(({ index }) => !has(index - 1) && !has(index + 1));
  return (
    path(shape([...points]), 'c-line') +
    alone.map((point) => circle(xs(point.index), ys(point.value), 3, 'c-lone')).join('')
  );
}

/** Over the steps themselves, half a step to either side. */
function veil(frame: Frame, xs: Scale, { from, to }: { from: number; to: number }, last: number): string {
  const [left, right] = [xs(Math.max(0, from - 0.5)), xs(Math.min(last, to + 0.5))];
  return rect(left, frame.top, right - left, frame.height - frame.bottom - frame.top, 'c-dim');
}

function fewDot({ value, few }: TrendPoint, index: number, xs: Scale, ys: Scale): string {
  return value !== null && few ? circle(xs(index), ys(value), 4, 'c-few') : '';
}

/** As many labels as fit without touching, evenly spaced from the first. */
function timeAxis(frame: Frame, points: readonly TrendPoint[], xs: Scale, narrow: boolean): string {
  const room = narrow ? 78 : 92;
  const most = Math.max(1, Math.floor((frame.width - frame.left - frame.right) / room));
  const every = Math.max(1, Math.ceil(points.length / most));
  const labels = points.map((point, index) => {
    if (index % every !== 0) return '';
    return text(xs(index), frame.height - 10, point.label, 'ct-axis', index === 0 ? 'start' : 'middle');
  });
  return labels.join('');
}

function mark(frame: Frame, xs: Scale, event: { at: number; label: string }): string {
  const at = xs(event.at);
  const leftHalf = at < (frame.left + frame.width - frame.right) / 2;
  return (
    line(at, frame.top - 8, at, frame.height - frame.bottom, 'c-mark') +
    text(at + (leftHalf ? 6 : -6), frame.top - 10, event.label, 'ct-strong', leftHalf ? 'start' : 'end')
  );
}

function lastValue(last: Known | undefined, xs: Scale, ys: Scale, unit: Unit, narrow: boolean): string {
  if (!last) return '';
  const decimals = unit === 'percent' ? 0 : 1;
  const [at, height] = [xs(last.index), ys(last.value)];
  const dot = circle(at, height, 5, 'c-post-dot');
  const value = text(at + 10, height + 5, sayValue(last.value, unit, decimals), 'ct-strong ct-post');
  if (narrow || last.low === null || last.high === null) return dot + value;
  const range = `${sayValue(last.low, unit, decimals)} to ${sayValue(last.high, unit, decimals)}`;
  return dot + value + text(at + 10, height + 23, range, 'ct-axis');
}
