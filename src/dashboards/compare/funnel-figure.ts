/** The funnel plot of a comparison: dots with names, or cells where units are too many to be told apart. */
import { type Funnel, FUNNEL_LIMITS, funnelLimits } from '../../statistics/funnel.js';
import { placeOfZ } from '../../feedback/metrics/fair.js';
import { FEWEST_FOR_A_SCORE } from '../../feedback/metrics/score.js';
import { CELL_POINTS, type ComparedUnit } from '../../feedback/standings/compared.queries.js';
import { MEASURE_NAMES } from '../../feedback/standings/measures.js';
import { type Domain, domainOf } from '../../platform/charts/axis.js';
import { bothWidths, figure } from '../../platform/charts/figure.js';
import { funnel, type FunnelCell, type FunnelLimit } from '../../platform/charts/funnel.js';
import { t } from '../../platform/language/t.js';
import { sayNumber, sayScore } from '../../platform/say.js';
import type { CompareFacts } from './compare-facts.service.js';
import { ownScore, sayPlace, sayWithRange } from './say-compared.js';
import { sayInterval } from '../say-change.js';

type Compared = NonNullable<CompareFacts['compared']>;

export function funnelFigure(compared: Compared, finding: string) {
  const { model, points, cells, tally } = compared;
  const drawn = cells?.cells.map((cell) => drawnCell(cell, cells.step)) ?? [];
  const measure = t(MEASURE_NAMES[model.measure]);
  const sub = t(
    '{measure} against the number of answers. Darker funnel: 95% limits. Lighter: 99.8%. Diamonds lie outside of it.',
    { measure },
  );
  return figure({
    id: 'funnel',
    caption: finding,
    sub: cells ? t('{sub} Darker cells hold more units.', { sub }) : sub,
    ...bothWidths(funnel, {
      id: 'funnel',
      title: t('{measure} against the number of answers', { measure }),
      desc: finding,
      points: points.map(({ name, n, top, z }) => ({ name, n, value: (100 * top) / n, outside: isOutside(z) })),
      cells: drawn,
      limits: limitsOf(model.funnel, Math.max(tally.mostAnswers, 2 * FEWEST_FOR_A_SCORE)),
      centre: 100 * model.funnel.centre,
      centreName: t('Expected'),
      domain: heightOf(points, drawn, 100 * model.funnel.centre),
    }),
    ...(cells ? cellTable(drawn) : pointTable(points, model.funnel)),
  });
}

const isOutside = (z: number) => ['low', 'high'].includes(placeOfZ(z));

function drawnCell({ step, level, count }: { step: number; level: number; count: number }, width: number): FunnelCell {
  return { n: step * width, value: level * CELL_POINTS, width, height: CELL_POINTS, count };
}

const STEPS = 60;

function limitsOf(model: Funnel, most: number): FunnelLimit[] {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const n = FEWEST_FOR_A_SCORE + ((most * 1.04 - FEWEST_FOR_A_SCORE) * step) / STEPS;
    return { n, inner: bounds(model, n, FUNNEL_LIMITS.warning), outer: bounds(model, n, FUNNEL_LIMITS.action) };
  });
}

function bounds(model: Funnel, n: number, confidence: number): Domain {
  const { low, high } = funnelLimits(model, n, confidence);
  return [low * 100, high * 100];
}

function heightOf(points: readonly ComparedUnit[], cells: readonly FunnelCell[], centre: number): Domain {
  const values = points.map(({ n, top }) => (100 * top) / n);
  return domainOf([...values, ...cells.flatMap(({ value, height }) => [value, value + height]), centre], [0, 100]);
}

function pointTable(points: readonly ComparedUnit[], model: Funnel) {
  return {
    head: [t('Name'), t('Answers'), t('Own score'), t('Expected range'), t('Fair score'), t('Where')],
    rows: points.map((unit) => [
      unit.name,
      sayNumber(unit.n),
      sayWithRange(ownScore(unit)),
      sayExpected(model, unit.n),
      sayWithRange(unit),
      sayPlace(unit.z),
    ]),
  };
}

/** Between which scores a unit with so many answers lies when it is like the rest: the limits of 99.8 %. */
export function sayExpected(model: Funnel, n: number): string {
  const [low, high] = bounds(model, n, FUNNEL_LIMITS.action);
  return sayInterval({ low, high });
}

function cellTable(cells: readonly FunnelCell[]) {
  return {
    head: [t('Answers'), t('Own score'), t('Units')],
    rows: cells.map(({ n, value, width, height, count }) => [
      t('{from} to {to}', { from: sayNumber(n), to: sayNumber(n + width - 1) }),
      t('{from} to {to}', { from: sayScore(value), to: sayScore(value + height) }),
      sayNumber(count),
    ]),
  };
}
