import { t } from '../language/t.js';
import { saySigned } from '../say.js';
import type { Html } from '../web/html.js';
import { axisTitle, domainOf, type Frame, gridLines, type Scale, x as across, y as up } from './axis.js';
import { circle, finite, line, picture, rect, text } from './svg.js';

export interface EventWeek {
  /** Weeks since the unit trained; negative before. */
  week: number;
  /** Difference in points with its 95 % interval; the baseline week is 0 by definition and has none. */
  difference: { value: number; low: number; high: number } | 'baseline';
}

interface EventStudy {
  id: string;
  title: string;
  desc: string;
  /** Ascending by week. */
  weeks: readonly EventWeek[];
  narrow?: boolean;
}

const WIDE: Frame = { width: 900, height: 380, left: 52, right: 150, top: 46, bottom: 54 };
const NARROW: Frame = { width: 360, height: 320, left: 40, right: 10, top: 46, bottom: 50 };

/** Differences week by week around the training, squares before and dots after, against no difference. */
export function eventStudy({ id, title, desc, weeks, narrow = false }: EventStudy): Html {
  const frame = narrow ? NARROW : WIDE;
  const ends = weeks.flatMap(({ difference }) => (difference === 'baseline' ? [0] : [difference.low, difference.high]));
  const xs = across(frame, [(weeks[0]?.week ?? 0) - 0.6, (weeks.at(-1)?.week ?? 0) + 0.6]);
  const ys = up(frame, domainOf(ends));
  const body =
    afterTraining(frame, xs, narrow) +
    gridLines(frame, ys, 'change') +
    weeks.map((week) => mark(week, xs, ys, narrow)).join('') +
    weekNumbers(frame, weeks, xs, narrow) +
    axisTitle(frame, t('Weeks before and after the branch trained')) +
    (narrow ? '' : lastWords(frame, weeks.at(-1), ys));
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

function afterTraining(frame: Frame, xs: Scale, narrow: boolean): string {
  const start = xs(-0.5);
  const [low, high] = [frame.top, frame.height - frame.bottom];
  return (
    rect(start, low, frame.width - frame.right - start, high - low, 'c-zone') +
    line(start, low - 6, start, high, 'c-mark') +
    text(start + 6, low - 12, narrow ? t('After training') : t('After training starts'), 'ct-strong') +
    text(start - 8, low - 12, narrow ? t('Before') : t('Before training'), 'ct-axis', 'end')
  );
}

function mark({ week, difference }: EventWeek, xs: Scale, ys: Scale, narrow: boolean): string {
  const at = xs(week);
  if (difference === 'baseline') return circle(at, ys(0), 5, 'c-ref');
  const [value, low, high] = [difference.value, difference.low, difference.high].map((end) =>
    ys(finite(end, 'the value')),
  );
  const css = week >= 0 ? 'c-post' : 'c-pre';
  const dot =
    week >= 0
      ? circle(at, value ?? 0, narrow ? 5 : 6, 'c-post-dot')
      : rect(at - 4.5, (value ?? 0) - 4.5, 9, 9, 'c-pre-dot');
  return whisker(at, low ?? 0, high ?? 0, narrow ? 3 : 5, `${css} c-ci`) + dot;
}

function whisker(at: number, low: number, high: number, half: number, css: string): string {
  return (
    line(at, low, at, high, css) +
    line(at - half, low, at + half, low, css) +
    line(at - half, high, at + half, high, css)
  );
}

function weekNumbers(frame: Frame, weeks: readonly EventWeek[], xs: Scale, narrow: boolean): string {
  const shown = weeks.filter(({ week }) => !narrow || week % 2 === 0);
  const under = frame.height - frame.bottom + 20;
  return shown.map(({ week }) => text(xs(week), under, saySigned(week, 0), 'ct-axis', 'middle')).join('');
}

function lastWords(frame: Frame, last: EventWeek | undefined, ys: Scale): string {
  const beside = frame.width - frame.right + 12;
  const zero = text(beside, ys(0) + 5, t('No difference'), 'ct-axis');
  if (!last || last.difference === 'baseline') return zero;
  const { value, low, high } = last.difference;
  const range = t('({low} to {high})', { low: saySigned(low), high: saySigned(high) });
  const tooNear = Math.abs(ys(value) - ys(0)) < 34;
  const at = tooNear ? ys(0) - 38 : ys(value);
  return (
    text(beside, at - 4, `${saySigned(value)} points`, 'ct-strong ct-post') +
    text(beside, at + 14, range, 'ct-axis') +
    zero
  );
}
