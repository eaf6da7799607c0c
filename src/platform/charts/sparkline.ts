import { line as curve } from 'd3-shape';
import type { Html } from '../web/html.js';
import { linear } from './axis.js';
import { circle, decoration, finite, path } from './svg.js';

const [WIDTH, HEIGHT] = [72, 24];

/**
 * The direction of a score at a glance; the number beside it is the content.
 * @param values oldest first, null where there is none; fewer than two known values draw nothing but the last dot.
 */
export function sparkline({ values }: { values: readonly (number | null)[] }): Html {
  const known = values.flatMap((value, index) =>
    value === null ? [] : [{ index, value: finite(value, 'the value') }],
  );
  const last = known.at(-1);
  if (!last) return decoration(WIDTH, HEIGHT, 'chart--spark', '');
  const heights = known.map((point) => point.value);
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const xs = linear([0, Math.max(values.length - 1, 1)], [3, WIDTH - 5]);
  const ys = linear(low === high ? [low - 1, high + 1] : [low, high], [HEIGHT - 4, 4]);
  const shape = curve<{ index: number; value: number }>()
    .x((point) => xs(point.index))
    .y((point) => ys(point.value))
    .digits(1);
  const body = path(shape(known), 'c-spark') + circle(xs(last.index), ys(last.value), 3, 'c-spark-end');
  return decoration(WIDTH, HEIGHT, 'chart--spark', body);
}
