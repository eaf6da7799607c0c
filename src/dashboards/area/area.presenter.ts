import { newAssignmentPath } from '../../assignments/paths.js';
import { paginate } from '../../feedback/list-pages.js';
import { areaPath, regionPath } from '../../network/paths.js';
import { emotionExtent } from '../../platform/charts/emotion-bar.js';
import { addDays } from '../../platform/dates.js';
import { DRIVER_NAMES, DRIVERS } from '../../platform/drivers.js';
import { sayDate } from '../../platform/say.js';
import { COLUMNS, factStrip } from '../fact-strip.presenter.js';
import { sayUnits } from '../say-units.js';
import { cardsOf } from './area-cards.js';
import type { AreaFacts } from './area-facts.js';
import { type AreaFilters, SHOW_WORDS, SHOWS, writeFilters } from './area-filters.js';
import { choose } from './branch-list.js';
import { unitRow } from './unit-row.presenter.js';

const ROWS_A_PAGE = 15;

/** The page of an area as it is printed. Who may not assign is offered no course. */
export function areaPage(facts: AreaFacts, filters: AreaFilters, abilities: { assign: boolean; region: boolean }) {
  const { area, branches } = facts;
  const chosen = choose(branches, filters);
  const shown = chosen.slice((filters.page - 1) * ROWS_A_PAGE, filters.page * ROWS_A_PAGE);
  const extent = emotionExtent(shown.flatMap(({ standing }) => (standing.emotion ? [standing.emotion.shares] : [])));
  const here = areaPath(area.code);
  return {
    title: area.name,
    sub: `${sayUnits(branches.map(({ unit }) => unit))}, four weeks to ${sayDate(addDays(facts.lastWeek, 6), '')}`,
    region: abilities.region ? { text: area.regionName, href: regionPath(area.regionCode) } : null,
    cards: cardsOf(abilities.assign ? facts : { ...facts, courses: [] }),
    facts: factStrip(facts),
    filters: filterForm(filters, here),
    canAssign: abilities.assign,
    assignPath: newAssignmentPath(),
    table: {
      caption: `Branches and teams in ${area.name}, ${SHOW_WORDS[filters.show].toLowerCase()}`,
      pick: abilities.assign,
      columns: COLUMNS,
      rows: shown.map((branch) => {
        const row = unitRow(branch, facts.courses, extent);
        return abilities.assign ? row : { ...row, next: null };
      }),
    },
    none: shown.length === 0,
    showing: `Showing ${shown.length} of ${chosen.length}. ${RANGES}`,
    pagination: paginate(
      { at: filters.page, total: chosen.length, each: ROWS_A_PAGE },
      (page) => here + writeFilters({ ...filters, page }),
    ),
  };
}

const RANGES =
  'Ranges are 95% intervals. Ease is the share of answers of 4 or 5, over as many weeks as it takes to reach 30 answers. ' +
  'Assigned completion is of what was due in the last six months or is still ahead. ' +
  'A weakest driver is named when it is clear over a year, or clearly fell.';

function filterForm({ find, driver, show }: AreaFilters, path: string) {
  return {
    path,
    find,
    drivers: [
      { value: '', text: 'All drivers', selected: driver === null },
      ...DRIVERS.map((one) => ({ value: one, text: DRIVER_NAMES[one], selected: one === driver })),
    ],
    shows: SHOWS.map((one) => ({ value: one, text: SHOW_WORDS[one], selected: one === show })),
  };
}
