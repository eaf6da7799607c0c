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
  /** What the numbers below count: 'Weeks before and after the branch trained'. */
  xLabel: string;
  /** Ascending by week, every one drawn; those before the training alone, or those from it on, are enough. */
  weeks: readonly EventWeek[];
  narrow?: boolean;
}

const WIDE: Frame = { width: 900, height: 380, left: 52, right: 150, top: 46, bottom: 54 };
const NARROW: Frame = { width: 360, height: 320, left: 40, right: 10, top: 46, bottom: 50 };

/** Differences week by week around the training, squares before and dots after, against no difference. */
export function eventStudy({ id, title, desc, xLabel, weeks, narrow = false }: EventStudy): Html {
  const frame = narrow ? NARROW : WIDE;
  const ends = weeks.flatMap(({ difference }) => (difference === 'baseline' ? [0] : [difference.low, difference.high]));
  const [first, last] = [weeks[0]?.week ?? 0, weeks.at(-1)?.week ?? 0];
  const xs = across(frame, [first - 0.6, last + 0.6]);
  // No difference is always in the picture.
  const ys = up(frame, domainOf([...ends, 0]));
  const sizes = sizesFor(xs(1) - xs(0), narrow);
  const body =
    (last >= 0 ? afterTraining(frame, xs, first < 0) : '') +
    gridLines(frame, ys, 'change') +
    weeks.map((week) => mark(week, xs, ys, sizes)).join('') +
    weekNumbers(frame, weeks, xs) +
    axisTitle(frame, xLabel) +
    (narrow ? '' : lastWords(frame, weeks.at(-1), ys));
  return picture({ id, width: frame.width, height: frame.height, title, desc }, body);
}

function afterTraining(frame: Frame, xs: Scale, before: boolean): string {
  const start = xs(-0.5);
  const [low, high] = [frame.top, frame.height - frame.bottom];
  const after = longest([t('After training starts'), t('After training')], frame.width - start - 6);
  return (
    rect(start, low, frame.width - frame.right - start, high - low, 'c-zone') +
    line(start, low - 6, start, high, 'c-mark') +
    (after ? text(start + 6, low - 12, after, 'ct-strong') : '') +
    (before ? beforeTraining(start, low - 12) : '')
  );
}

function beforeTraining(start: number, at: number): string {
  const words = longest([t('Before training'), t('Before')], start - 8);
  return words ? text(start - 8, at, words, 'ct-axis', 'end') : '';
}

/** The width of a character, in pixels, on the safe side. */
const CHARACTER = 7.6;

/** The first of the words that fit, the longest first. */
function longest(words: readonly string[], room: number): string | undefined {
  return words.find((one) => one.length * CHARACTER <= room);
}

interface Sizes {
  /** Of a dot, half of a square, and half of the ends of a whisker. */
  radius: number;
  square: number;
  end: number;
}

/** Marks of many weeks become smaller, so that each of them stays apart from the next. */
function sizesFor(step: number, narrow: boolean): Sizes {
  const most = (size: number, share: number) => Math.max(1.5, Math.min(size, step * share));
  return { radius: most(narrow ? 5 : 6, 0.42), square: most(4.5, 0.38), end: most(narrow ? 3 : 5, 0.32) };
}

function mark({ week, difference }: EventWeek, xs: Scale, ys: Scale, { radius, square, end }: Sizes): string {
  const at = xs(week);
  if (difference === 'baseline') return circle(at, ys(0), Math.min(5, radius), 'c-ref');
  const place = (points: number) => ys(finite(points, 'the value'));
  const [value, low, high] = [place(difference.value), place(difference.low), place(difference.high)];
  const dot =
    week >= 0
      ? circle(at, value, radius, 'c-post-dot')
      : rect(at - square, value - square, 2 * square, 2 * square, 'c-pre-dot');
  return whisker(at, low, high, end, `${week >= 0 ? 'c-post' : 'c-pre'} c-ci`) + dot;
}

function whisker(at: number, low: number, high: number, half: number, css: string): string {
  return (
    line(at, low, at, high, css) +
    line(at - half, low, at + half, low, css) +
    line(at - half, high, at + half, high, css)
  );
}

/** The numbers of weeks that are far enough apart to be read, 0 among them. */
function weekNumbers(frame: Frame, weeks: readonly EventWeek[], xs: Scale): string {
  const step = xs(1) - xs(0);
  const each = STEPS.find((every) => every * step >= NUMBER_WIDTH) ?? STEPS.at(-1)!;
  const under = frame.height - frame.bottom + 20;
  return weeks
    .filter(({ week }) => week % each === 0)
    .map(({ week }) => text(xs(week), under, saySigned(week, 0), 'ct-axis', 'middle'))
    .join('');
}

const STEPS = [1, 2, 4, 8] as const;
/** '+26' with air on both sides. */
const NUMBER_WIDTH = 36;

function lastWords(frame: Frame, last: EventWeek | undefined, ys: Scale): string {
  const beside = frame.width - frame.right + 12;
  const zero = text(beside, ys(0) + 5, t('No difference'), 'ct-axis');
  if (!last || last.week < 0 || last.difference === 'baseline') return zero;
  const { value, low, high } = last.difference;
  const range = t('({low} to {high})', { low: saySigned(low), high: saySigned(high) });
  const tooNear = Math.abs(ys(value) - ys(0)) < 34;
  const at = tooNear ? ys(0) - 38 : ys(value);
  return (
    text(beside, at - 4, t('{n} points', { n: saySigned(value) }), 'ct-strong ct-post') +
    text(beside, at + 14, range, 'ct-axis') +
    zero
  );
}
