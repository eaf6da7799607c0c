/** The figures of a themed week as a table: what its page says in sentences, each with its range and its grade. */
import { msg, t } from '../../platform/language/t.js';
import { sayNumber, sayScore, saySigned } from '../../platform/say.js';
import type { CsvColumn } from '../../platform/web/csv-download.js';
import type { Change } from '../../statistics/clustered-change.js';
import type { Placebo } from '../../statistics/placebo.js';
import { GRADE, pointsOf, printedMix, sayChange } from './result-words.js';
import type { Baseline, EaseBaseline, EaseChange, ThemedWeekResult } from './themed-week.js';

/** One figure: answers and per cent, or points of ease; null is an empty cell. */
export interface WeekFigure {
  what: string;
  unit: 'percent' | 'points';
  baseline: string;
  weeks: number;
  inWeek: number | null;
  ordinary: number | null;
  estimate: number;
  /** In the place of the estimate where rounded parts are to add up. */
  printed?: number;
  low: number;
  high: number;
  unusual: Placebo | null;
  areas: number;
}

export function weekFigures(result: ThemedWeekResult): WeekFigure[] {
  const { others, neighbours, ease, unusual } = result;
  const far = { baseline: t('All other weeks'), weeks: others.weeks, areas: result.areas };
  const near = neighbours && { baseline: t('The weeks beside it'), weeks: neighbours.weeks, areas: result.areas };
  return [
    { ...far, ...answers(result.responses, others), unusual },
    ...(near ? [{ ...near, ...answers(result.responses, neighbours), unusual: null }] : []),
    ...(ease ? easeRows(ease, ease.others, ease.unusual).map((row) => ({ ...far, ...row })) : []),
    ...(ease?.neighbours && near ? easeRows(ease, ease.neighbours, null).map((row) => ({ ...near, ...row })) : []),
  ];
}

function answers(inWeek: number, { mean, change }: Baseline) {
  return { what: t('Answers'), unit: 'percent' as const, inWeek, ordinary: mean, ...pointsOf(change) };
}

function easeRows({ week }: EaseChange, { level, total, within, mix }: EaseBaseline, unusual: Placebo | null) {
  const row = (what: string, change: Change) => ({ what, unit: 'points' as const, ...NO_LEVELS, ...pointsOf(change) });
  return [
    { ...row(t('Ease, all answers'), total), inWeek: week * 100, ordinary: level * 100, unusual },
    row(t('Ease, within the same branches'), within),
    { ...row(t('Ease, from which branches answered'), mix), printed: printedMix({ total, within }) * 100 },
  ];
}

const NO_LEVELS = { inWeek: null, ordinary: null, unusual: null };

export function figureColumns(): CsvColumn<WeekFigure>[] {
  return [
    { heading: t('Figure'), of: ({ what }) => what },
    { heading: t('Against'), of: ({ baseline }) => baseline },
    { heading: t('Weeks compared with'), of: ({ weeks }) => weeks },
    { heading: t('In the week'), of: ({ inWeek }) => rounded(inWeek) },
    { heading: t('Ordinary week'), of: ({ ordinary }) => rounded(ordinary) },
    { heading: t('Change'), of: ({ estimate }) => rounded(estimate) },
    { heading: t('95% range from'), of: ({ low }) => rounded(low) },
    { heading: t('95% range to'), of: ({ high }) => rounded(high) },
    { heading: t('Unit of the change'), of: ({ unit }) => t(UNITS[unit]) },
    { heading: t('Ordinary weeks that moved as far'), of: ({ unusual }) => unusual && unusual.asFar },
    { heading: t('Ordinary weeks looked at'), of: ({ unusual }) => unusual && unusual.placebos },
    { heading: 'p', of: ({ unusual }) => rounded(unusual && unusual.p) },
    { heading: t('Areas'), of: ({ areas }) => areas },
    { heading: t('Grade'), of: () => t(GRADE) },
  ];
}

const UNITS = { percent: msg('per cent'), points: msg('points') };

/** To a ten-thousandth: what lies below is rounding of the machine. */
const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(4)));

/** What the `table` partial prints. */
export function figureTable(result: ThemedWeekResult) {
  const head = [t('Figure'), t('Against'), t('In the week'), t('Ordinary week'), t('Change'), t('95% range')];
  return {
    caption: t('The figures, each with its range'),
    head: head.map((text, at) => ({ text, numeric: at > 1 })),
    rows: weekFigures(result).map((figure) => ({
      cells: cellsOf(figure).map((text, at) => ({ text, href: null, numeric: at > 1 })),
    })),
  };
}

function cellsOf({ what, baseline, unit, inWeek, ordinary, estimate, printed, low, high }: WeekFigure): string[] {
  const level = (value: number | null) => (value === null ? '–' : LEVELS[unit](value));
  const change = CHANGES[unit];
  const range = t('{from} to {to}', { from: change(low), to: change(high) });
  return [what, baseline, level(inWeek), level(ordinary), change(printed ?? estimate), range];
}

const LEVELS = { percent: (value: number) => sayNumber(Math.round(value)), points: sayScore };
const CHANGES = { percent: (value: number) => sayChange(value / 100), points: (value: number) => saySigned(value) };
