import { t } from '../language/t.js';
import { saySigned } from '../say.js';
import type { Html } from '../web/html.js';
import { linear, type Scale } from './axis.js';
import { circle, finite, line, picture, text } from './svg.js';

interface NoChangeBar {
  id: string;
  /** Points; low and high are the 95 % interval. */
  value: number;
  low: number;
  high: number;
  /** The word after each number when it is read out; points unless said. */
  unit?: string;
}

const [WIDTH, HEIGHT, MIDDLE] = [400, 92, 52];

/** The size of a change with its interval, against the line that means no change. */
export function intervalAgainstNoChange({ id, value, low, high, unit }: NoChangeBar): Html {
  for (const end of [value, low, high]) finite(end, 'the change');
  const xs = scaleWithZero(low, high);
  const body =
    line(10, MIDDLE, WIDTH - 10, MIDDLE, 'c-grid') +
    line(xs(low), MIDDLE, xs(high), MIDDLE, 'c-band-l') +
    line(xs(0), 26, xs(0), 72, 'c-zero') +
    circle(xs(value), MIDDLE, 10, 'c-post-dot') +
    words(xs, value, low, high);
  const range = { low: saySigned(low), high: saySigned(high) };
  const desc =
    low > 0 || high < 0
      ? t('95% interval {low} to {high}. The interval does not include no change.', range)
      : t('95% interval {low} to {high}. The interval includes no change.', range);
  const n = saySigned(value);
  const title = unit === undefined ? t('{n} points', { n }) : `${n} ${unit}`;
  return picture({ id, width: WIDTH, height: HEIGHT, title, desc }, body);
}

/** Room for the interval, for zero, and for the words at both ends. */
function scaleWithZero(low: number, high: number): Scale {
  const [from, to] = [Math.min(low, 0), Math.max(high, 0)];
  const air = Math.max(to - from, 1) * 0.12;
  return linear([from - air, to + air], [24, WIDTH - 24]);
}

function words(xs: Scale, value: number, low: number, high: number): string {
  const numbers =
    text(xs(low), 86, saySigned(low), 'ct-axis', 'middle') + text(xs(high), 86, saySigned(high), 'ct-axis', 'middle');
  const near = Math.abs(xs(value) - xs(0)) < 64;
  const own = text(xs(value), near ? 86 : 32, saySigned(value), 'ct-strong', 'middle');
  return text(xs(0), 18, t('No change'), 'ct-axis', 'middle') + (near && xs(high) - xs(low) < 130 ? '' : own) + numbers;
}
