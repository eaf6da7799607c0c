import { scaleSqrt } from 'd3-scale';
import { area } from 'd3-shape';
import type { Html } from '../web/html.js';
import {
  bottomAxis,
  type Domain,
  domainOf,
  type Frame,
  gridLines,
  type Scale,
  type Unit,
  x as across,
  y as up,
} from './axis.js';
import { circle, escape, finite, line, path, picture, rect, text } from './svg.js';

export interface ScatterPoint {
  x: number;
  y: number;
  /** How much the point counts, such as its number of responses: its area grows with it. */
  weight: number;
  /** Printed beside the point on a wide screen; name few. */
  name?: string | null;
}

/** y = intercept + slope * x, and the 95 % band of the fitted line at some x, ascending. */
export interface FittedLine {
  intercept: number;
  slope: number;
  band: readonly { x: number; low: number; high: number }[];
}

interface Scatter {
  id: string;
  title: string;
  desc: string;
  points: readonly ScatterPoint[];
  line: FittedLine | null;
  xLabel: string;
  yLabel: string;
  xUnit: Unit;
  yUnit: Unit;
  xDomain?: Domain;
  yDomain?: Domain;
  narrow?: boolean;
}

const WIDE: Frame = { width: 900, height: 440, left: 56, right: 20, top: 34, bottom: 54 };
const NARROW: Frame = { width: 360, height: 340, left: 44, right: 10, top: 34, bottom: 66 };

/** Two numbers of many units against each other, the heavier ones larger, with the fitted line and its 95 % band. */
export function scatter(input: Scatter): Html {
  const { id, title, desc, points, xLabel, yLabel, xUnit, yUnit, narrow = false } = input;
  const frame = narrow ? NARROW : WIDE;
  const xs = across(frame, input.xDomain ?? domainOf(valuesOf(points, 'x'), limits(xUnit)));
  const ys = up(frame, input.yDomain ?? domainOf(valuesOf(points, 'y'), limits(yUnit)));
  const body =
    text(frame.left, 16, yLabel, 'ct-axis') +
    gridLines(frame, ys, yUnit) +
    noChange(frame, xs, xUnit) +
    bottomAxis(frame, xs, xUnit, xLabel, narrow ? 4 : 8) +
    (input.line ? fitted(id, frame, input.line, xs, ys) : '') +
    bubbles(points, xs, ys, narrow);
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

const valuesOf = (points: readonly ScatterPoint[], side: 'x' | 'y') => points.map((point) => point[side]);

const limits = (unit: Unit): Domain => (unit === 'change' ? [-100, 100] : unit === 'count' ? [0, Infinity] : [0, 100]);

/** Where x means no change, drawn as darkly as y's own zero. */
function noChange(frame: Frame, xs: Scale, unit: Unit): string {
  const [low = 0, high = 0] = xs.domain();
  if (unit !== 'change' || low > 0 || high < 0) return '';
  return line(xs(0), frame.top, xs(0), frame.height - frame.bottom, 'c-zero');
}

function fitted(id: string, frame: Frame, { intercept, slope, band }: FittedLine, xs: Scale, ys: Scale): string {
  const [from = 0, to = 0] = xs.domain();
  const shape = area<FittedLine['band'][number]>()
    .x((point) => xs(point.x))
    .y0((point) => ys(finite(point.low, 'the band at')))
    .y1((point) => ys(finite(point.high, 'the band at')))
    .digits(1);
  const [first, last] = [band[0]?.x ?? from, band.at(-1)?.x ?? to];
  const at = (x: number) => ys(intercept + slope * x);
  const clip = escape(`${id}-plot`);
  const plot = rect(
    frame.left,
    frame.top,
    frame.width - frame.left - frame.right,
    frame.height - frame.top - frame.bottom,
    '',
  );
  return (
    `<clipPath id="${clip}">${plot}</clipPath><g clip-path="url(#${clip})">` +
    `${path(shape([...band]), 'c-band')}${line(xs(first), at(first), xs(last), at(last), 'c-line')}</g>`
  );
}

/** Light ones last, so that a small branch is not buried under a large one. */
function bubbles(points: readonly ScatterPoint[], xs: Scale, ys: Scale, narrow: boolean): string {
  const heaviest = Math.max(1, ...points.map((point) => finite(point.weight, 'the weight')));
  const radius = scaleSqrt([0, heaviest], [1.5, narrow ? 9 : 13]);
  const heavyFirst = [...points].sort((a, b) => b.weight - a.weight);
  const dots = heavyFirst.map((point) => circle(xs(point.x), ys(point.y), radius(point.weight), 'c-bubble'));
  const names = narrow ? [] : points.map((point) => nameOf(point, xs, ys, radius(point.weight)));
  return dots.join('') + names.join('');
}

function nameOf({ x, y, name }: ScatterPoint, xs: Scale, ys: Scale, radius: number): string {
  if (!name) return '';
  const [, right = 0] = xs.range();
  const crowded = xs(x) > right - 110;
  const at = xs(x) + (crowded ? -radius - 5 : radius + 5);
  return text(at, ys(y) + 5, name, 'ct-strong ct-name', crowded ? 'end' : 'start');
}
