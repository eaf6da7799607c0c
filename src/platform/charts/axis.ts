/** Scales, frames and axes shared by the charts that have them. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { sayNumber, saySigned } from '../say.js';
import { finite, line, text } from './svg.js';

export type Scale = ScaleLinear<number, number>;
export type Domain = readonly [low: number, high: number];

/** How the numbers of an axis are meant: scores out of 100, percentages 0 to 100, changes in points, plain counts. */
export type Unit = 'points' | 'percent' | 'change' | 'count';

/** Where the plot lies inside the picture, in pixels. */
export interface Frame {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export function linear(domain: Domain, range: Domain): Scale {
  domain.forEach((end) => finite(end, 'an axis to'));
  return scaleLinear(domain, range);
}

/** The smallest round domain that holds all values, with a little air. `within` keeps shares from passing 0 or 100. */
export function domainOf(values: readonly number[], within: Domain = [-Infinity, Infinity]): Domain {
  values.forEach((value) => finite(value, 'the value'));
  if (values.length === 0) return [Math.max(0, within[0]), Math.min(100, within[1])];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const air = Math.max((high - low) * 0.08, 0.5);
  const [from = low, to = high] = scaleLinear([low - air, high + air], [0, 1])
    .nice(5)
    .domain();
  return [Math.max(from, within[0]), Math.min(to, within[1])];
}

export const x = (frame: Frame, domain: Domain): Scale => linear(domain, [frame.left, frame.width - frame.right]);
export const y = (frame: Frame, domain: Domain): Scale => linear(domain, [frame.height - frame.bottom, frame.top]);

/** A number as an axis or a label prints it. */
export function sayValue(value: number, unit: Unit, decimals = 0): string {
  if (unit === 'percent') return `${sayNumber(value, decimals)}%`;
  return unit === 'change' ? saySigned(value, decimals) : sayNumber(value, decimals);
}

/** Horizontal grid with its numbers; zero is drawn darkest when the numbers are changes. */
export function gridLines(frame: Frame, scale: Scale, unit: Unit, wanted = 5): string {
  const draw = (value: number) => {
    const css = unit === 'change' && value === 0 ? 'c-zero' : 'c-grid';
    const at = scale(value);
    return (
      line(frame.left, at, frame.width - frame.right, at, css) +
      text(frame.left - 8, at + 5, sayTick(scale, value, unit, wanted), 'ct-axis', 'end')
    );
  };
  return scale.ticks(wanted).map(draw).join('');
}

/** The numbers under a plot, and what they count. */
export function bottomAxis(frame: Frame, scale: Scale, unit: Unit, label: string, wanted = 6): string {
  const under = frame.height - frame.bottom + 20;
  const ticks = scale
    .ticks(wanted)
    .map((value) => text(scale(value), under, sayTick(scale, value, unit, wanted), 'ct-axis', 'middle'));
  return ticks.join('') + axisTitle(frame, label);
}

/** In the middle below the axis, on two lines where one would not fit. */
export function axisTitle(frame: Frame, label: string): string {
  const middle = (frame.left + frame.width - frame.right) / 2;
  const lines = wrap(label, Math.floor(frame.width / CHARACTER));
  const first = frame.height - 8 - (lines.length - 1) * 17;
  return lines.map((words, index) => text(middle, first + index * 17, words, 'ct-axis', 'middle')).join('');
}

/** The average width of a character at the size of an axis, in pixels, on the safe side. */
const CHARACTER = 7.6;

function wrap(label: string, most: number): string[] {
  if (label.length <= most) return [label];
  const cut = label.lastIndexOf(' ', most);
  return cut <= 0 ? [label] : [label.slice(0, cut), label.slice(cut + 1)];
}

function sayTick(scale: Scale, value: number, unit: Unit, wanted: number): string {
  const ticks = scale.ticks(wanted);
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return sayValue(value, unit, Number.isInteger(step) ? 0 : 1);
}
