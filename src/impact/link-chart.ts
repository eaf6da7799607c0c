/** The picture of a link: points by completion and score, the fitted line with its band, and a table by completion. */
import { domainOf } from '../platform/charts/axis.js';
import { bothWidths, figure } from '../platform/charts/figure.js';
import { scatter } from '../platform/charts/scatter.js';
import { t } from '../platform/language/t.js';
import type { Html } from '../platform/web/html.js';
import { sayNumber, sayScore, saySigned } from '../platform/say.js';
import { weightedLineBand } from '../statistics/line-band.js';
import { weightedMean } from '../statistics/weighted.js';
import { drawnPoints } from './grouped-points.js';
import type { Link, LinkPoint } from './link.js';

interface LinkChart {
  id: string;
  link: Link;
  caption: string;
  sub: string;
  /** 'Ease, points out of 100'. */
  yLabel: string;
  xLabel: string;
  changes: boolean;
  wholeNetwork: boolean;
}

export function linkChart(chart: LinkChart): Html {
  const { id, link, caption, sub, changes, wholeNetwork } = chart;
  const points = drawnPoints(link.points, wholeNetwork);
  const drawn = bothWidths(scatter, {
    id,
    title: t('{score} against {completion}', { score: chart.yLabel, completion: chart.xLabel.toLowerCase() }),
    desc: caption,
    points: wholeNetwork ? points.map((point) => ({ ...point, name: null })) : named(points),
    line: fittedLine(link),
    xLabel: chart.xLabel,
    yLabel: chart.yLabel,
    xUnit: changes ? ('change' as const) : ('percent' as const),
    yUnit: changes ? ('change' as const) : ('points' as const),
    yDomain: domainOf(
      points.map((point) => point.y),
      [-100, 100],
    ),
  });
  const head = [chart.xLabel, t('Units'), t('Answers'), chart.yLabel];
  return figure({
    id,
    caption,
    sub,
    ...drawn,
    head,
    rows: bands(link.points, changes).map((band) => rowOf(band, changes)),
  });
}

/** Names crowd a picture: the three heaviest of the reader's own units at most. */
function named(points: readonly LinkPoint[]): LinkPoint[] {
  const own = points.filter((point) => point.name !== null).sort((a, b) => b.weight - a.weight);
  const kept = new Set(own.slice(0, 3));
  return points.map((point) => (kept.has(point) ? point : { ...point, name: null }));
}

function fittedLine({ points, line }: Link) {
  if (line === null) return null;
  const xs = points.map((point) => point.x);
  const [low, high] = [Math.min(...xs), Math.max(...xs)];
  const steps = Array.from({ length: 21 }, (_, at) => low + ((high - low) * at) / 20);
  return { intercept: line.intercept, slope: line.slope.value, band: weightedLineBand(points, steps) };
}

interface Band {
  name: string;
  points: LinkPoint[];
}

/** Fifths of the scale for completion, falls and rises for changes. A band needs five units, so that none is one branch. */
export function bands(points: readonly LinkPoint[], changes: boolean): Band[] {
  const edges: [string, (x: number) => boolean][] = changes
    ? [
        [t('Fell'), (x) => x < 0],
        [t('No change'), (x) => x === 0],
        [t('Rose by up to 20 points'), (x) => x > 0 && x <= 20],
        [t('Rose by more than 20 points'), (x) => x > 20],
      ]
    : [0, 20, 40, 60, 80].map((from) => [
        from === 80 ? t('80% to 100%') : t('{from}% to under {to}%', { from: String(from), to: String(from + 20) }),
        (x) => x >= from && (x < from + 20 || from === 80),
      ]);
  return edges.map(([name, holds]) => ({ name, points: points.filter((point) => holds(point.x)) }));
}

const FEWEST_IN_A_BAND = 5;

function rowOf({ name, points }: Band, changes: boolean): string[] {
  const score = weightedMean(points.map(({ y, weight }) => ({ value: y, weight })));
  const answers = points.reduce((sum, point) => sum + point.answers, 0);
  const shown = score !== null && points.length >= FEWEST_IN_A_BAND;
  const words = shown ? (changes ? saySigned(score) : sayScore(score)) : '–';
  return [name, sayNumber(points.length), sayNumber(answers), words];
}
