import type { Html } from '../web/html.js';
import { type Frame, gridLines, type Scale, sayValue, x as across, y as up } from './axis.js';
import { finite, line, picture, rect, text } from './svg.js';

export interface Column {
  /** Under the axis: '6 Jul'. */
  label: string;
  /** A count, never negative. */
  value: number;
  /** What the figure is about: painted in the brand's colour and printed above the column. */
  marked?: boolean;
}

interface Columns {
  id: string;
  title: string;
  desc: string;
  /** One step of time each, oldest first. */
  columns: readonly Column[];
  /** A line across, with its name: what an ordinary step looks like. */
  reference: { value: number; name: string } | null;
  narrow?: boolean;
}

const WIDE: Frame = { width: 900, height: 300, left: 56, right: 130, top: 30, bottom: 36 };
const NARROW: Frame = { width: 360, height: 240, left: 48, right: 10, top: 30, bottom: 34 };

/** Counts over time, some of them marked, against what is ordinary. */
export function columns({ id, title, desc, columns, reference, narrow = false }: Columns): Html {
  const frame = narrow ? NARROW : WIDE;
  const highest = Math.max(1, reference?.value ?? 0, ...columns.map(({ value }) => finite(value, 'the count')));
  const xs = across(frame, [-0.5, Math.max(columns.length - 0.5, 0.5)]);
  const ys = up(frame, [0, highest]).nice(4);
  const body =
    gridLines(frame, ys, 'count', 4) +
    columns.map((column, at) => bar(column, at, xs, ys)).join('') +
    timeAxis(frame, columns, xs, narrow) +
    (reference ? referenceLine(frame, reference, ys, narrow) : '');
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

function bar({ value, marked }: Column, at: number, xs: Scale, ys: Scale): string {
  const width = (xs(1) - xs(0)) * 0.72;
  const shape = rect(xs(at) - width / 2, ys(value), width, ys(0) - ys(value), marked ? 'c-fill' : 'c-track');
  return marked ? shape + text(xs(at), ys(value) - 8, sayValue(value, 'count'), 'ct-strong', 'middle') : shape;
}

/** As many labels as fit without touching, evenly spaced from the first. */
function timeAxis(frame: Frame, columns: readonly Column[], xs: Scale, narrow: boolean): string {
  const most = Math.max(1, Math.floor((frame.width - frame.left - frame.right) / (narrow ? 62 : 84)));
  const every = Math.max(1, Math.ceil(columns.length / most));
  const labels = columns.map(({ label }, at) =>
    at % every === 0 ? text(xs(at), frame.height - 10, label, 'ct-axis', at === 0 ? 'start' : 'middle') : '',
  );
  return labels.join('');
}

function referenceLine(frame: Frame, { value, name }: { value: number; name: string }, ys: Scale, narrow: boolean) {
  const right = frame.width - frame.right;
  const words = `${name} ${sayValue(value, 'count')}`;
  const label = narrow ? text(right, 14, words, 'ct-axis', 'end') : text(right + 8, ys(value) + 5, words, 'ct-strong');
  return line(frame.left, ys(value), right, ys(value), 'c-refline') + label;
}
