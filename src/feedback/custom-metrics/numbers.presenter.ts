import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate, sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { type PageOfList, paginate, sayShowing } from '../../platform/web/list-pages.js';
import { sayPeriod } from './grain.js';
import { type Audience, isByWeek, type Metric, nameOf, weightNameOf } from './metric.js';
import { numberRowsPath } from './paths.js';
import { sayHow, sayValue } from './say-metric.js';
import type { NumbersOf } from './values/reading.queries.js';
import { type NumberRow, type RowsAsked, rowsAre, type RowSort } from './values/rows.queries.js';

/** A place whose numbers somebody looks at, with the audiences to which they belong there. */
export interface NumbersPlace extends NumbersOf {
  code: string | null;
  name: string;
  audiences: readonly Audience[];
}

/** The rows behind a number: by place and period, each place with the way to its own rows. */
export function numbersPage(asked: RowsAsked, place: NumbersPlace, rows: readonly NumberRow[], at: PageOfList) {
  const { metric, from, to, sort } = asked;
  const here = (more: { sort?: RowSort; page?: string } = {}) =>
    numberRowsPath(metric.key, place, { from, to, sort, ...more });
  return {
    title: t('{number}: {place}', { number: nameOf(metric), place: place.name }),
    sub: t('{from} to {to}. {how}', { from: sayFullDate(from), to: sayFullDate(to), how: sayHow(metric) }),
    back: { text: t('Back to {name}', { name: place.name }), href: pagePath(place) },
    form: {
      path: `/numbers/${metric.key}`,
      ...{ from, to },
      kept: [...(place.code === null ? [] : [{ name: place.level, value: place.code }]), { name: 'sort', value: sort }],
    },
    sorts: sortLinks(sort, here),
    empty: rows.length === 0,
    table: tableOf(asked, rows),
    csv: csvPath(here()),
    showing: sayShowing(at),
    pagination: paginate(at, (page) => here({ page: String(page) })),
  };
}

function pagePath({ level, code }: NumbersPlace): string {
  if (code === null || level === 'network') return '/dashboard';
  if (level === 'region') return regionPath(code);
  return level === 'area' ? areaPath(code) : unitPath(code);
}

function sortLinks(sort: RowSort, here: (more: { sort: RowSort }) => string) {
  const link = (one: RowSort, text: string) => ({ text, path: here({ sort: one }), current: one === sort });
  return [
    link('period', t('Latest first')),
    link('place', t('By place')),
    link('value', t('Highest first')),
    link('-value', t('Lowest first')),
  ];
}

function tableOf(asked: RowsAsked, rows: readonly NumberRow[]) {
  const { metric, from, to } = asked;
  const are = rowsAre(metric, asked.place);
  const weighted = metric.kind === 'average';
  const text = (value: string, href: string | null = null) => ({ text: value, numeric: false, href });
  const number = (value: string) => ({ text: value, numeric: true, href: null });
  return {
    caption: t('{number}, by place and period', { number: nameOf(metric) }),
    captionHidden: true,
    head: headings(asked).map((one, at) => ({ text: one, numeric: at > 1 })),
    rows: rows.map((row) => ({
      cells: [
        text(
          row.name ?? t('The whole network'),
          row.code && are !== 'value' ? numberRowsPath(metric.key, { level: are, code: row.code }, { from, to }) : null,
        ),
        text(sayPeriod(are === 'value' ? metric.grain : cellGrain(metric), row.startsOn)),
        number(sayValue(metric, row.value)),
        ...(weighted ? [number(row.weight === null ? '–' : sayNumber(row.weight))] : []),
        ...(are === 'value' ? [] : [number(sayNumber(row.places ?? 0))]),
      ],
    })),
  };
}

/** The columns of the page and of its file. */
export function headings({ metric, place }: Pick<RowsAsked, 'metric' | 'place'>): string[] {
  return [
    t('Place'),
    t('Period'),
    nameOf(metric),
    ...(metric.kind === 'average' ? [t('Number of {weight}', { weight: weightNameOf(metric) })] : []),
    ...(rowsAre(metric, place) === 'value' ? [] : [t('Places that reported')]),
  ];
}

/** Rows that are put together from daily numbers stand for weeks. */
const cellGrain = (metric: Metric) => (isByWeek(metric) ? 'week' : metric.grain);
