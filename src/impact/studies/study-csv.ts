/**
 * A result as a table to take away: one row for each number that its page gives, with its interval and its grade
 * (product/impact.md, "the grade is printed on every tile, mail and export"). What the page withholds is not in it either.
 */
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import { METRIC_NAMES } from '../link-choice.js';
import { drawnWeeks } from './event-chart.js';
import type { BeforeAndAfter, Effect, StudyFindings } from './findings.js';
import type { Judged } from './judged.js';
import { sayGrade } from './study-words.js';

/** Points and their interval; null is an empty cell, also for an end without a limit. */
export interface ResultFigure {
  part: string;
  outcome: string;
  /** Since the start; null where it is no week. */
  week: number | null;
  estimate: number | null;
  low: number | null;
  high: number | null;
  se: number | null;
  p: number | null;
  units: number | null;
  clusters: number | null;
  grade: string;
}

export function resultColumns(): CsvColumn<ResultFigure>[] {
  return [
    { heading: t('Part'), of: ({ part }) => part },
    { heading: t('Outcome'), of: ({ outcome }) => outcome },
    { heading: t('Week since the training'), of: ({ week }) => week },
    { heading: t('Difference, points'), of: ({ estimate }) => rounded(estimate) },
    { heading: t('95% range from'), of: ({ low }) => rounded(low) },
    { heading: t('95% range to'), of: ({ high }) => rounded(high) },
    { heading: t('Standard error'), of: ({ se }) => rounded(se) },
    { heading: 'p', of: ({ p }) => rounded(p) },
    { heading: t('Units'), of: ({ units }) => units },
    { heading: t('Clusters'), of: ({ clusters }) => clusters },
    { heading: t('Grade'), of: ({ grade }) => grade },
  ];
}

export function resultFigures(result: Judged): ResultFigure[] {
  const outcome = t(METRIC_NAMES[result.study.metric]);
  const own = { ...NOTHING, outcome, grade: sayGrade(result.verdict.grade) };
  return [
    ...headline(result, own),
    ...drawnWeeks(result).map((week) => ({ ...own, ...week, part: t('Week by week') })),
    ...checks(result.findings, own),
    ...secondary(result, own),
    ...(result.findings.beforeAfter ? plain(result.findings.beforeAfter, { ...own, grade: sayGrade('D') }) : []),
  ];
}

const NOTHING = { week: null, estimate: null, low: null, high: null, se: null, p: null, units: null, clusters: null };

/** To a ten-thousandth of a point: what lies below is rounding of the machine. */
const rounded = (value: number | null): number | null =>
  value === null || !Number.isFinite(value) ? null : Number(value.toFixed(4));

type Own = Omit<ResultFigure, 'part'>;

function headline({ findings: { effect, permutation }, verdict }: Judged, own: Own): ResultFigure[] {
  if (verdict.effect === null || effect === null) return [];
  return [
    { ...own, ...figuresOf(effect), part: t('Effect, errors by cluster') },
    ...(permutation ? [{ ...own, ...numbersOf(permutation), part: t('Effect, among draws of the lot') }] : []),
  ];
}

function checks({ leads, placebos, donut, matched }: StudyFindings, own: Own): ResultFigure[] {
  const { p, clusters } = leads ?? {};
  return [
    ...(leads ? [{ ...own, p: p!, clusters: clusters!, part: t('Whether scores moved before the training') }] : []),
    ...placebos.map(({ weeks, effect }) => ({
      ...{ ...own, ...figuresOf(effect) },
      part: t('Start moved back {weeks} weeks', { weeks: String(weeks) }),
    })),
    ...(donut ? [{ ...own, ...figuresOf(donut), part: t('Without the four weeks before the training') }] : []),
    ...(matched ? [{ ...own, ...figuresOf(matched), part: t('Beside units that scored alike') }] : []),
  ];
}

/** Of a withheld headline neither the association nor six other outcomes are given. */
function secondary({ findings: { association, drivers }, verdict }: Judged, own: Own): ResultFigure[] {
  if (verdict.kind === 'withheld') return [];
  return [
    ...(association
      ? [{ ...own, ...figuresOf(association), part: t('Two-way fixed effects'), grade: sayGrade('C') }]
      : []),
    ...drivers.map(({ driver, effect, clear }) => ({
      ...{ ...own, ...figuresOf(effect), outcome: t(DRIVER_NAMES[driver]) },
      part: clear ? t('Driver, clear among six') : t('Driver, not clear among six'),
    })),
  ];
}

function plain(found: BeforeAndAfter, own: Own): ResultFigure[] {
  const { change, low, high, units, network, expected, expectedLow, expectedHigh } = found;
  const rise = { estimate: expected, low: expectedLow, high: expectedHigh };
  return [
    { ...own, estimate: change, low, high, units, part: t('After minus before') },
    { ...own, ...rise, units, part: t('Rise to be expected without any training') },
    { ...own, estimate: network.change, low: network.low, high: network.high, part: t('What all units did meanwhile') },
  ];
}

const figuresOf = ({ se, units, clusters, ...rest }: Effect) => ({ ...numbersOf(rest), se, units, clusters });

const numbersOf = ({ estimate, low, high, p }: Pick<Effect, 'estimate' | 'low' | 'high' | 'p'>) => ({
  ...{ estimate, low, high, p },
});
