import { areaPath, regionPath, unitPath } from '../../network/paths.js';
import { t } from '../../platform/language/t.js';
import { standsThere } from '../as-of/as-of.js';
import { unitWords } from '../level.js';
import { placePage } from '../page.presenter.js';
import type { PeriodRead } from '../period/choice.js';
import { sayUnits } from '../../network/say-units.js';
import type { Section } from '../sections/section.js';
import { readFilters, type Show } from '../table/filters.js';
import { unitRow } from '../table/row.presenter.js';
import { cardsOf } from './area-cards.js';
import type { AreaFacts } from './area-facts.js';
import { sayWeek } from './week-behind.js';

interface AreaAsked {
  query: Record<string, unknown>;
  period: PeriodRead;
  abilities: { assign: boolean; region: boolean; tell: boolean };
  sections: readonly Section[];
  /** The token of the forms of the cards. */
  decisions: string;
}

/** The page of an area as it is printed. Who may not assign is offered no course. */
export function areaPage(facts: AreaFacts, { query, period, abilities, sections, decisions }: AreaAsked) {
  const { area, courses } = facts;
  const { only, show } = readFilters(query);
  const acts = abilities.assign && facts.asOf === null;
  return placePage(facts, {
    title: area.name,
    path: areaPath(area.code),
    size: sayUnits(facts.rows.map(({ place }) => place).filter(standsThere)),
    are: 'units',
    words: unitWords(facts.rows.map(({ place }) => place)),
    back: abilities.region ? { text: area.regionName, href: regionPath(area.regionCode) } : null,
    query,
    period,
    cards: cardsOf(facts, abilities),
    decisions,
    pick: acts,
    caption: t('Branches and teams in {area}', { area: area.name }),
    note: [sayOrder(show), facts.stretches.asNeeded ? sayRanges() : sayRangesChosen()].filter(Boolean).join(' '),
    sections,
    pathOf: unitPath,
    row: (row, context) => {
      const printed = { ...unitRow(row, courses, context), ...(only === 'week' ? { stay: sayWeek(row) } : {}) };
      return acts ? printed : { ...printed, next: null };
    },
  });
}

/** Why 73.0 may stand above 70.3. */
function sayOrder(show: Show): string | null {
  if (show !== 'attention' && show !== 'ease') return null;
  return t('In order of the fair score: a low score on few answers may be chance, so it counts for less.');
}

const sayRanges = () =>
  t(
    'Ranges are 95% intervals. Ease is the share of answers of 4 or 5, over as many weeks as it takes to reach 30 answers. Assigned completion is of what was due in the last six months or is still ahead. A driver to work on is named when it is clear over a year, or clearly fell.',
  );

const sayRangesChosen = () =>
  t(
    'Ranges are 95% intervals. Ease is the share of answers of 4 or 5 over the weeks you chose. Assigned completion is of what was due in the last six months or is still ahead. A driver to work on is named when it is clear over these weeks, or clearly fell.',
  );
