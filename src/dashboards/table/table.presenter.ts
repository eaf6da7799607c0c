import { paginate } from '../../platform/web/list-pages.js';
import { type Driver, DRIVER_NAMES, DRIVERS, isDriver } from '../../platform/drivers.js';
import { msg, t } from '../../platform/language/t.js';
import { csvPath } from '../../platform/web/csv-path.js';
import type { LevelWords } from '../level.js';
import { writePeriod } from '../period/choice.js';
import { addressOf, type Choices } from './address.js';
import { columnChooser } from './column-chooser.presenter.js';
import { type Column, COLUMNS, USUAL_COLUMNS } from './columns.js';
import { type Filters, type Only, ONLYS, type Show, SHOWS } from './filters.js';
import { headings, orderOf } from './headings.js';
import { choose, HOLDS, type Row } from './rows.js';

const ROWS_A_PAGE = 15;

const SHOW_WORDS: Record<Exclude<Show, 'az' | Driver>, string> = {
  attention: msg('Needs attention first'),
  behind: msg('Behind on training first'),
  ease: msg('Lowest ease first'),
  fall: msg('Largest fall in ease first'),
  responses: msg('Most responses first'),
  overdue: msg('Most overdue first'),
  courses: msg('Fewest courses finished first'),
  net: msg('Lowest net emotion first'),
  comments: msg('Most comments first'),
};

const ONLY_WORDS: Record<Only, string> = {
  slipping: msg('Slipping'),
  behind: msg('Behind on training'),
  week: msg('Behind this week'),
};

export function sayShow(show: Show, words: LevelWords): string {
  if (isDriver(show)) return t('Lowest first: {driver}', { driver: t(DRIVER_NAMES[show]) });
  return show === 'az' ? t(words.az) : t(SHOW_WORDS[show]);
}

/** The orders of before columns could be chosen, and those of the columns that are there. */
const ALWAYS: readonly Show[] = ['attention', 'behind', 'az', 'ease', 'fall', 'responses'];

function offered(columns: readonly Column[], show: Show): Show[] {
  return SHOWS.filter(
    (one) => one === show || ALWAYS.includes(one) || columns.some((column) => orderOf(column) === one),
  );
}

/**
 * The rows of one page of a table, and everything around it: filters, order, pages, and the same rows as a file.
 * @param acts whether anything can be done in a row: else the column of that would be dashes, and is not there
 */
export function rowsOf<R extends Row>(
  all: readonly R[],
  words: LevelWords,
  path: string,
  choices: Choices,
  acts: boolean,
) {
  const { filters, period } = choices;
  const there = (column: Column) => acts || column !== 'next';
  const columns = (filters.columns ?? USUAL_COLUMNS).filter(there);
  const chosen = choose(all, filters);
  const shown = chosen.slice((filters.page - 1) * ROWS_A_PAGE, filters.page * ROWS_A_PAGE);
  const at = (change: Partial<Filters>) => addressOf(path, { period, filters: { ...filters, page: 1, ...change } });
  return {
    shown,
    of: chosen.length,
    columns: headings(columns, filters.show, at),
    chooser: columnChooser(path, choices, COLUMNS.filter(there)),
    onlys: onlyLinks(all, words, filters, at),
    filters: filterForm(filters, words, path, writePeriod(period)),
    shownColumns: columns,
    pagination: paginate({ at: filters.page, total: chosen.length, each: ROWS_A_PAGE }, (page) => at({ page })),
    csv: csvPath(at({})),
  };
}

/** Plain links to all rows and to those that share a trouble, each with its number. */
function onlyLinks(
  all: readonly Row[],
  words: LevelWords,
  { only }: Filters,
  at: (change: Partial<Filters>) => string,
) {
  const link = (one: Only | null, text: string, n: number) => ({
    text,
    n,
    path: at({ only: one }),
    current: one === only,
  });
  return [
    link(null, t(words.all), all.length),
    ...ONLYS.filter((one) => one !== 'week' || one === only || all.some(({ week }) => week)).map((one) =>
      link(one, t(ONLY_WORDS[one]), all.filter(HOLDS[one]).length),
    ),
  ];
}

function filterForm(
  { find, driver, show, only, columns }: Filters,
  words: LevelWords,
  path: string,
  period: [string, string][],
) {
  const kept: [string, string][] = [...period];
  if (only) kept.push(['only', only]);
  if (columns) kept.push(['columns', columns.join('.')]);
  return {
    path,
    find,
    findLabel: t(words.find),
    button: t(words.show),
    kept: kept.map(([name, value]) => ({ name, value })),
    drivers: [
      { value: '', text: t('All drivers'), selected: driver === null },
      ...DRIVERS.map((one) => ({ value: one, text: t(DRIVER_NAMES[one]), selected: one === driver })),
    ],
    shows: offered(columns ?? USUAL_COLUMNS, show).map((one) => ({
      value: one,
      text: sayShow(one, words),
      selected: one === show,
    })),
  };
}
