/** The rows of a table as a file: every page of it, unrounded enough to reckon with, scores only where a page shows them. */
import { type Score, scoreOf } from '../../feedback/metrics/score.js';
import { type Driver, DRIVER_NAMES, isDriver } from '../../platform/drivers.js';
import { EMOTION_NAMES, EMOTIONS } from '../../platform/emotions.js';
import { t } from '../../platform/language/t.js';
import { type CsvColumn, csvDownload } from '../../platform/web/csv-download.js';
import { driverToWorkOn } from '../../feedback/metrics/standing.js';
import { sayStay } from '../as-of/as-of.js';
import type { RowsAre } from '../level.js';
import type { PlaceFacts } from '../place-facts.js';
import { sayPlace } from '../compare/say-compared.js';
import { sayChange } from '../say-change.js';
import { type Column, COLUMNS } from './columns.js';
import type { Filters } from './filters.js';
import { choose, type Row } from './rows.js';

/**
 * Code and name always; then what stands in the columns that were chosen, or everything where nobody chose.
 * @param code of the page's place, for the file's name
 */
export function tableCsv(code: string, facts: PlaceFacts, are: RowsAre, filters: Filters) {
  const { from, to } = facts.stretches.now;
  const chosen = filters.columns ?? COLUMNS;
  const columns = [...placeColumns(), ...chosen.flatMap(columnsOf)];
  return csvDownload(`${are}-${code}-${from}-${to}.csv`, columns, choose(facts.rows, filters));
}

function placeColumns(): CsvColumn<Row>[] {
  return [
    { heading: t('Code'), of: ({ place }) => place.code },
    { heading: t('Name'), of: ({ place }) => place.name },
    { heading: t('Part of the weeks'), of: ({ place }) => sayStay(place.stay) },
    { heading: t('Weeks'), of: ({ standing }) => standing.period },
  ];
}

/** What a page shows as one column may be several in a file. */
export function columnsOf(column: Column): CsvColumn<Row>[] {
  if (isDriver(column))
    return scoreColumns(t(DRIVER_NAMES[column]), ({ standing }) => scoreOf(standing.counts.drivers[column]));
  return COLUMNS_OF[column]();
}

/** Shares of feeling are counts in a file. */
const COLUMNS_OF: Record<Exclude<Column, Driver>, () => CsvColumn<Row>[]> = {
  completion: () => [
    { heading: t('Assigned completion: finished'), of: ({ assigned }) => assigned.finished },
    { heading: t('Assigned completion: due'), of: ({ assigned }) => assigned.due },
  ],
  overdue: () => [{ heading: t('Overdue'), of: ({ assigned }) => assigned.overdue ?? 0 }],
  courses: () => [
    { heading: t('Course completion: finished'), of: ({ courses }) => courses?.done ?? null },
    { heading: t('Course completion: possible'), of: ({ courses }) => courses?.possible ?? null },
  ],
  ease: () => [
    ...scoreColumns(t('Ease'), (row) => row.standing.ease),
    { heading: t('Ease: mean of 5'), of: ({ standing }) => inHundredths(standing.ease?.mean) },
  ],
  fair: () => [
    { heading: t('Fair score'), of: ({ standing }) => inTenths(standing.fair?.value) },
    { heading: t('Fair score: 95% interval from'), of: ({ standing }) => inTenths(standing.fair?.low) },
    { heading: t('Fair score: 95% interval to'), of: ({ standing }) => inTenths(standing.fair?.high) },
    { heading: t('Where'), of: ({ standing }) => standing.fair && sayPlace(standing.fair.z) },
  ],
  change: () => [
    { heading: t('Ease: change in points'), of: ({ standing }) => inTenths(standing.change?.value) },
    { heading: t('Ease: change, 95% interval from'), of: ({ standing }) => inTenths(standing.change?.low) },
    { heading: t('Ease: change, 95% interval to'), of: ({ standing }) => inTenths(standing.change?.high) },
    { heading: t('Ease: change in words'), of: ({ standing }) => sayChange(standing.change) },
  ],
  emotion: () =>
    EMOTIONS.map((word) => ({
      heading: t(EMOTION_NAMES[word]),
      of: ({ standing }: Row) => (standing.emotion ? standing.counts.emotion[word] : null),
    })),
  net: () => [
    { heading: t('Net emotion'), of: ({ standing }) => inTenths(standing.emotion?.net.value) },
    { heading: t('Net emotion: 95% interval from'), of: ({ standing }) => inTenths(standing.emotion?.net.low) },
    { heading: t('Net emotion: 95% interval to'), of: ({ standing }) => inTenths(standing.emotion?.net.high) },
    { heading: t('Net emotion: answers'), of: ({ standing }) => standing.emotion?.n ?? null },
  ],
  weakest: () => [{ heading: t('Driver to work on'), of: ({ standing }) => driverName(standing) }],
  responses: () => [{ heading: t('Responses'), of: ({ standing }) => standing.counts.responses }],
  comments: () => [{ heading: t('Comments'), of: ({ standing }) => standing.counts.comments }],
  next: () => [],
};

function scoreColumns(name: string, of: (row: Row) => Score | null): CsvColumn<Row>[] {
  return [
    { heading: name, of: (row) => inTenths(of(row)?.value) },
    { heading: t('{name}: 95% interval from', { name }), of: (row) => inTenths(of(row)?.low) },
    { heading: t('{name}: 95% interval to', { name }), of: (row) => inTenths(of(row)?.high) },
    { heading: t('{name}: answers', { name }), of: (row) => of(row)?.n ?? null },
  ];
}

function driverName(standing: Row['standing']): string | null {
  const driver = driverToWorkOn(standing);
  return driver && t(DRIVER_NAMES[driver]);
}

const inTenths = (value: number | undefined) => (value === undefined ? null : Math.round(value * 10) / 10);
const inHundredths = (value: number | undefined) => (value === undefined ? null : Math.round(value * 100) / 100);
