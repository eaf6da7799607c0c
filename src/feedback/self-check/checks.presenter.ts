import { addDays } from '../../platform/dates.js';
import { msg, t } from '../../platform/language/t.js';
import { sayFullDate, sayMoment, sayNumber, sayRange } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { type PageOfList, paginate, sayShowing } from '../../platform/web/list-pages.js';
import { COUNT_COLUMNS } from '../metrics/counts.js';
import { checksPath, importsPath } from '../paths.js';
import type { RollupName } from '../rollups/rebuild.queries.js';
import type { Repair } from './repairs.queries.js';
import type { SelfCheckResult } from './self-check.service.js';

const ROLLUP_NAMES: Record<RollupName, string> = {
  unit_week: msg('Week of a unit'),
  unit_quarter: msg('Quarter of a unit'),
  area_day: msg('Day of an area'),
  area_week: msg('Week of an area'),
  region_week: msg('Week of a region'),
};

const DAYS: Record<RollupName, number> = { unit_week: 7, unit_quarter: 91, area_day: 1, area_week: 7, region_week: 7 };

/** When figures were last held against the answers behind them, and what was found wrong and put right since ever. */
export function checksPage(last: SelfCheckResult | null, repairs: readonly Repair[], at: PageOfList) {
  return {
    title: t('Checks of the figures'),
    sub: t(
      'Every night and after every import, figures drawn by lot are counted again from the single answers. Where one is wrong, all of its unit or area are counted anew.',
    ),
    back: { text: t('Back to imports of customer feedback'), href: importsPath },
    checked: last && t('Checked {moment}', { moment: sayMoment(new Date(last.checkedAt)) }),
    facts: last && factsOf(last),
    empty: repairs.length === 0,
    table: repairsTable(repairs),
    csv: csvPath(checksPath),
    showing: sayShowing(at),
    pagination: paginate(at, (page) => `${checksPath}?page=${page}`),
  };
}

/** What was put right, as the page and its file show it. */
export function repairsTable(repairs: readonly Repair[]) {
  const heads = [t('Found'), t('What'), t('Where'), t('When')].map((text) => ({ text, numeric: false }));
  const numbers = [t('Answers before'), t('Answers now'), t('Figures put right')];
  return {
    caption: t('Figures that were put right, latest first'),
    captionHidden: true,
    head: [...heads, ...numbers.map((text) => ({ text, numeric: true }))],
    rows: repairs.map((repair) => ({ cells: cellsOf(repair) })),
  };
}

function factsOf({ cells, differences, areaDays, weeks, places }: SelfCheckResult) {
  const fact = (label: string, n: number, wrong: number) => ({
    label,
    value: sayNumber(n),
    note: t('{n, plural, =0 {no difference} one {# difference} other {# differences}}', { n: wrong }),
    path: null,
  });
  return [
    fact(t('Weeks of units'), cells, differences),
    fact(t('Days of areas'), areaDays.cells, areaDays.differences),
    ...(weeks ? [fact(t('Quarters of units, weeks of areas and regions'), weeks.cells, weeks.differences)] : []),
    fact(t('Places of units'), places.cells, places.differences),
  ];
}

function cellsOf({ foundAt, rollup, place, on, was, became }: Repair) {
  const text = (value: string) => ({ text: value, numeric: false });
  const number = (value: unknown) => ({ text: sayNumber(Number(value ?? 0)), numeric: true });
  const differ = COUNT_COLUMNS.filter((column) => Number(was?.[column] ?? 0) !== Number(became?.[column] ?? 0));
  return [
    text(sayMoment(foundAt)),
    text(t(ROLLUP_NAMES[rollup])),
    text(place),
    text(DAYS[rollup] === 1 ? sayFullDate(on) : sayRange(on, addDays(on, DAYS[rollup] - 1))),
    number(was?.responses),
    number(became?.responses),
    number(differ.length),
  ];
}
