import { unitPath } from '../../network/paths.js';
import { UNIT_KINDS } from '../../network/imports/codes.js';
import { emotionExtent } from '../../platform/charts/emotion-bar.js';
import { asOfBanner } from '../../network/as-of-day.js';
import { msg, t } from '../../platform/language/t.js';
import { sayNumber } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { paginate } from '../../platform/web/list-pages.js';
import { KIND_WORDS } from '../compare/say-compared.js';
import { dashboardPath } from '../paths.js';
import { type PeriodRead, USUAL, writePeriod } from '../period/choice.js';
import { periodForm } from '../period/period-form.presenter.js';
import { cellsOf } from '../table/cells.presenter.js';
import { columnName } from '../table/columns.js';
import { placeRow } from '../table/row.presenter.js';
import type { Branch } from '../table/rows.js';
import { pageTools } from '../views/page-tools.js';
import {
  type Order,
  ORDERS,
  UNIT_COLUMNS,
  type UnitsAsked,
  unitsAddress,
  USUAL_UNIT_COLUMNS,
  writeUnitsAsked,
} from './asked.js';
import { type EveryUnitFacts, UNITS_A_PAGE } from './every-unit-facts.service.js';
import { headingsOf } from './headings.js';
import { everyUnitPath } from './paths.js';

const ORDER_WORDS: Record<Order, string> = {
  low: msg('Lowest fair score first'),
  high: msg('Highest fair score first'),
  fall: msg('Largest fall in ease first'),
  rise: msg('Largest rise in ease first'),
  behind: msg('Behind on training first'),
  responses: msg('Most responses first'),
  fewest: msg('Fewest responses first'),
  az: msg('All units, A to Z'),
};

/** Every unit in reach, side by side. */
export function everyUnitPage(facts: EveryUnitFacts, period: PeriodRead, query: Record<string, unknown>) {
  const { asked, choice, stretches, today, asOf, total } = facts;
  const at = (change: Partial<UnitsAsked>) => unitsAddress({ ...asked, page: 1, ...change }, choice);
  const kept = [...writeUnitsAsked({ ...asked, page: 1 })];
  return {
    title: t('All units'),
    sub: t('{n, plural, one {# unit} other {# units}}', { n: total }),
    back: { text: t('Dashboard'), href: dashboardPath },
    ...pageTools(unitsAddress(asked, choice), today),
    asOf: asOfBanner(asOf, today, () => unitsAddress({ ...asked, page: 1 }, USUAL)),
    period: periodForm(everyUnitPath, period, stretches, kept, query),
    filters: filterForm(facts),
    chooser: chooserOf(facts),
    table: tableOf(facts, at),
    none: total === 0 ? t('No unit fits these choices') : null,
    showing: t('Showing {shown} of {of}. {note}', {
      shown: sayNumber(facts.rows.length),
      of: sayNumber(total),
      note: sayNote(facts),
    }),
    pagination: paginate({ at: asked.page, total, each: UNITS_A_PAGE }, (page) => at({ page })),
    csv: csvPath(at({})),
  };
}

/** What the order goes by, and what is not offered here. */
function sayNote({ stretches, byTraining }: EveryUnitFacts): string {
  const order = stretches.asNeeded
    ? t(
        'Units are put in order by their fair score, which leans towards their kind the more the fewer answers they have.',
      )
    : t('Scores are over the weeks you chose; only those on 30 answers or more are in an order.');
  return byTraining ? order : t('{order} Choose a region to order by training.', { order });
}

function filterForm({ asked, choice, regions, areas, byTraining }: EveryUnitFacts) {
  const all = (text: string, chosen: string | null) => ({ value: '', text, selected: chosen === null });
  const place = ({ code, name }: { code: string; name: string }, chosen: string | null) => ({
    value: code,
    text: name,
    selected: code === chosen,
  });
  const fields = [...writePeriod(choice), ...(asked.columns ? [['columns', asked.columns.join('.')] as const] : [])];
  return {
    path: everyUnitPath,
    find: asked.find,
    kinds: [
      all(t('All kinds'), asked.kind),
      ...UNIT_KINDS.map((kind) => ({ value: kind, text: t(KIND_WORDS[kind].many), selected: kind === asked.kind })),
    ],
    regions:
      regions.length > 1
        ? [all(t('All regions'), asked.region), ...regions.map((one) => place(one, asked.region))]
        : null,
    areas: areas.length > 1 ? [all(t('All areas'), asked.area), ...areas.map((one) => place(one, asked.area))] : null,
    orders: ORDERS.filter((one) => one !== 'behind' || byTraining).map((one) => ({
      value: one,
      text: t(ORDER_WORDS[one]),
      selected: one === asked.order,
    })),
    kept: fields.map(([name, value]) => ({ name, value })),
  };
}

function chooserOf({ asked, choice }: EveryUnitFacts) {
  const columns = asked.columns ?? USUAL_UNIT_COLUMNS;
  const kept = [...writeUnitsAsked({ ...asked, columns: null, page: 1 }), ...writePeriod(choice)];
  return {
    path: everyUnitPath,
    items: UNIT_COLUMNS.map((column) => ({
      id: `column-${column}`,
      value: column,
      text: t(columnName(column)),
      checked: columns.includes(column),
    })),
    kept: kept.map(([name, value]) => ({ name, value })),
    usualPath: asked.columns ? unitsAddress({ ...asked, columns: null, page: 1 }, choice) : null,
  };
}

function tableOf(facts: EveryUnitFacts, at: (change: Partial<UnitsAsked>) => string) {
  const { asked, rows } = facts;
  const columns = asked.columns ?? USUAL_UNIT_COLUMNS;
  const extent = emotionExtent(rows.flatMap(({ standing }) => (standing.emotion ? [standing.emotion.shares] : [])));
  return {
    caption: t('All units, {order}', { order: t(ORDER_WORDS[asked.order]).toLowerCase() }),
    pick: false,
    columns: headingsOf(columns, facts, at),
    rows: rows.map((row) => printed(row, facts, columns, extent)),
  };
}

function printed(
  row: Branch,
  { choice, stretches }: EveryUnitFacts,
  columns: readonly (typeof UNIT_COLUMNS)[number][],
  extent: ReturnType<typeof emotionExtent>,
) {
  const shown = placeRow(row, { extent, period: choice, now: stretches.now, pathOf: unitPath });
  const { areaName, regionName } = row.place;
  return {
    code: shown.code,
    name: shown.name,
    path: shown.path,
    stay: t('{area}, {region}', { area: areaName, region: regionName }),
    cells: cellsOf(columns, shown),
  };
}
