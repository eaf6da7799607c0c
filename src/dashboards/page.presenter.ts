import { newAssignmentPath } from '../assignments/paths.js';
import { scoreOf } from '../feedback/metrics/score.js';
import { emotionExtent } from '../platform/charts/emotion-bar.js';
import { asOfBanner } from '../network/as-of-day.js';
import { t } from '../platform/language/t.js';
import { csvPath } from '../platform/web/csv-path.js';
import type { Card } from './cards/card.js';
import type { CardFacts } from './cards/card-context.js';
import { worthDoing } from './cards/worth-doing.presenter.js';
import { driverRows } from './drivers.presenter.js';
import { factStrip } from './fact-strip.presenter.js';
import type { LevelWords, RowsAre } from './level.js';
import { linksToRows, type NumberLinks } from './number-links.js';
import { type PeriodRead, USUAL } from './period/choice.js';
import { periodForm } from './period/period-form.presenter.js';
import { sayWithin } from './period/say-stretch.js';
import { weeksIn } from './period/stretches.js';
import type { PlaceFacts } from './place-facts.js';
import { onThisPage } from './sections/on-this-page.js';
import type { Section } from './sections/section.js';
import { placeSaidSection } from './said.presenter.js';
import { sayFinding } from './say-finding.js';
import { addressOf } from './table/address.js';
import { cellsOf } from './table/cells.presenter.js';
import { readFilters, writeFilters } from './table/filters.js';
import type { NamedPlace, Row } from './table/rows.js';
import type { placeRow, RowContext } from './table/row.presenter.js';
import { rowsOf, sayShow } from './table/table.presenter.js';
import { happenedRows } from './happened/happened.presenter.js';
import { moves, occurred, themedWeeks } from './happened/what-happened.js';
import { easeTrend } from './trend.presenter.js';
import { pageTools } from './views/page-tools.js';

export interface PlacePage<P extends NamedPlace> {
  title: string;
  path: string;
  /** How many places there are: '41 branches'. */
  size: string;
  are: RowsAre;
  /** What its rows are called. */
  words: LevelWords;
  back: { text: string; href: string } | null;
  query: Record<string, unknown>;
  period: PeriodRead;
  cards: Card[];
  /** The token of the forms of the cards. */
  decisions: string;
  /** Whether rows can be ticked for an assignment, and each says what is worth doing. */
  pick: boolean;
  caption: string;
  note: string;
  /** Those that read for themselves. */
  sections: readonly Section[];
  pathOf(code: string): string;
  row(row: Row<P>, context: RowContext): ReturnType<typeof placeRow>;
}

/** The page of an area, a region or the network: the same at each level. */
export function placePage<P extends NamedPlace>(
  facts: PlaceFacts<P> & Pick<CardFacts, 'decided' | 'voices'>,
  page: PlacePage<P>,
) {
  const links = linksToRows(page.path, facts.choice);
  const filters = readFilters(page.query);
  const { words } = page;
  const sections = sectionsOf(facts, page, links);
  const table = rowsOf(facts.rows, words, page.path, { filters, period: facts.choice }, page.pick);
  return {
    title: page.title,
    sub: page.size,
    back: page.back,
    ...pageTools(addressOf(page.path, { filters, period: facts.choice }), facts.today),
    asOf: asOfBanner(facts.asOf, facts.today, () =>
      addressOf(page.path, { filters: { ...filters, page: 1 }, period: USUAL }),
    ),
    moving: sayMoving(facts.unitsMoving),
    period: periodForm(page.path, page.period, facts.stretches, writeFilters({ ...filters, page: 1 }), page.query),
    // What was worth doing then is not worth doing now.
    worth: facts.asOf === null ? worthDoing(page.cards, { ...facts, page: page.path, token: page.decisions }) : null,
    facts: factStrip(facts, sayWithin(facts.choice, facts.stretches.now), links),
    heading: t(words.heading),
    tick: words.tick && t(words.tick),
    filters: table.filters,
    onlys: table.onlys,
    canAssign: page.pick,
    assignPath: newAssignmentPath(),
    table: tableOf(table, facts, page, sayShow(filters.show, words)),
    chooser: table.chooser,
    none: table.shown.length === 0 ? t(words.none) : null,
    showing: t('Showing {shown} of {of}. {note}', { shown: table.shown.length, of: table.of, note: page.note }),
    pagination: table.pagination,
    csv: table.csv,
    sections,
    jumps: onThisPage(sections, t(words.heading)),
  };
}

function sectionsOf<P extends NamedPlace>(
  facts: PlaceFacts<P> & Pick<CardFacts, 'voices'>,
  { path, sections }: PlacePage<P>,
  links: NumberLinks,
): Section[] {
  return [trendSection(facts, path, links), driversSection(facts, links), placeSaidSection(facts, path), ...sections];
}

/** Null when every figure is final. */
function sayMoving(units: number): string | null {
  if (units === 0) return null;
  return t(
    '{units, plural, one {One unit turned out to have stood elsewhere. Its answers are} other {# units turned out to have stood elsewhere. Their answers are}} on the way to the right areas: look again in a few minutes before you use these figures.',
    { units },
  );
}

function tableOf<P extends NamedPlace>(
  { shown, columns, shownColumns }: Pick<ReturnType<typeof rowsOf<Row<P>>>, 'shown' | 'columns' | 'shownColumns'>,
  facts: PlaceFacts<P>,
  page: PlacePage<P>,
  order: string,
) {
  const extent = emotionExtent(shown.flatMap(({ standing }) => (standing.emotion ? [standing.emotion.shares] : [])));
  const context = { extent, period: facts.choice, now: facts.stretches.now, pathOf: page.pathOf };
  return {
    caption: t('{table}, {order}', { table: page.caption, order: order.toLowerCase() }),
    pick: page.pick,
    columns,
    rows: shown.map((row) => {
      const printed = page.row(row, context);
      const { code, name, path, stay } = printed;
      return { code, name, path, stay, cells: cellsOf(shownColumns, printed) };
    }),
  };
}

function trendSection(facts: PlaceFacts, path: string, links: NumberLinks): Section {
  const { stretches, choice, now } = facts;
  const found = { ease: scoreOf(now.ease), change: facts.easeChange, period: weeksIn(stretches.now) };
  const happened = [
    ...themedWeeks(facts.campaigns),
    ...occurred(facts.happened),
    ...moves(facts.rows.map(({ place }) => place)),
  ];
  const trend = easeTrend({
    series: facts.series,
    now: stretches.now,
    happened,
    links,
    finding: sayFinding(found, choice),
  });
  const weeksPath = addressOf(`${path}/weeks`, { filters: readFilters({}), period: choice });
  return {
    partial: 'ease-trend',
    model: { trend, weeksCsv: csvPath(weeksPath), responses: null, happened: happenedRows(happened, stretches.now) },
  };
}

function driversSection({ choice, stretches, now }: PlaceFacts, links: NumberLinks): Section {
  const note = t('{within}. Each driver has its own number of answers.', { within: sayWithin(choice, stretches.now) });
  return { partial: 'drivers', model: { rows: driverRows(now, links), note } };
}
