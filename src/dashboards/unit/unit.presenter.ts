import { newAssignmentPath } from '../../assignments/paths.js';
import { type Weeks, weeksUpTo } from '../../feedback/metrics/period.js';
import { sayMaker } from '../../network/cover/say-cover.js';
import type { MergersOfUnit } from '../../network/mergers/mergers.queries.js';
import { saidFrom } from '../../network/mergers/say-mergers.js';
import { areaPath, unitPath } from '../../network/paths.js';
import { t } from '../../platform/language/t.js';
import { sayFullDate } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import { commentsOfWeeks } from '../comments-of-weeks.js';
import { driverToWorkOn } from '../../feedback/metrics/standing.js';
import { driverRows } from '../drivers.presenter.js';
import { type UnitStood, unitBanner } from '../as-of/unit-banner.js';
import { teamCsvPath, unitActionsPath } from '../paths.js';
import { linksToAnswers, type NumberLinks } from '../number-links.js';
import type { PeriodRead } from '../period/choice.js';
import { periodForm } from '../period/period-form.presenter.js';
import { sayFinding } from '../say-finding.js';
import { onThisPage } from '../sections/on-this-page.js';
import type { Section } from '../sections/section.js';
import { addressOf } from '../table/address.js';
import { readFilters } from '../table/filters.js';
import { happenedRows } from '../happened/happened.presenter.js';
import { mergersInto, occurred, ownChanges, themedWeeks } from '../happened/what-happened.js';
import type { Happened } from '../trend-marks.js';
import { easeTrend } from '../trend.presenter.js';
import { comparisonBox } from './comparison.presenter.js';
import { allSoFarRows, commentRows, emotionRows } from './customers.presenter.js';
import { sayChecked } from './say-checked.js';
import { teamTable } from './team.presenter.js';
import { pageTools } from '../views/page-tools.js';
import type { UnitActionForm } from './unit-action.forms.js';
import { unitCards } from './unit-cards.js';
import { worthDoing } from '../cards/worth-doing.presenter.js';
import type { UnitFacts } from './unit-facts.js';
import { unitStrip } from './unit-strip.presenter.js';

const COMMENTS_SHOWN = 6;
const BOXES_SHOWN = 3;

export interface UnitAbilities {
  assign: boolean;
  record: boolean;
  area: boolean;
  responses: boolean;
  tell: boolean;
  /** Putting cards aside. */
  decide: boolean;
  /** What the actor may do about how its people get in. */
  links: { text: string; path: string }[];
}

/** What the form of a change holds when it is shown. */
export interface ActionDraft {
  token: string;
  value: Pick<UnitActionForm, 'happenedOn' | 'words'>;
  problems: readonly Problem[];
}

export interface UnitAsked {
  query: Record<string, unknown>;
  period: PeriodRead;
  /** Where it stood on the last day of weeks that were chosen; null for the latest weeks. */
  stood: UnitStood | null;
  mergers: MergersOfUnit;
  /** Whether the reader may open the history of places. */
  mayOpenPlaces: boolean;
  /** Those that read for themselves. */
  sections: readonly Section[];
  /** The token of the forms of the cards. */
  decisions: string;
}

/** The page of a unit as it is printed. */
export function unitPage(facts: UnitFacts, abilities: UnitAbilities, draft: ActionDraft, asked: UnitAsked) {
  const { unit } = facts;
  const problems = presentProblems(draft.problems);
  const links = linksToAnswers(unit.code, scoreWeeks(facts), { ...abilities, team: facts.team !== null });
  const sections = sectionsOf(facts, abilities, draft, asked, links);
  return {
    title: unit.name,
    sub: `${unit.code}, ${unit.areaName}`,
    ...pageTools(addressOf(unitPath(unit.code), { filters: readFilters({}), period: facts.choice }), facts.today),
    back: abilities.area ? { text: unit.areaName, href: areaPath(unit.areaCode) } : null,
    action: abilities.assign ? { text: t('Assign training'), path: newAssignmentPath({ units: [unit.code] }) } : null,
    asOf: asked.stood && unitBanner(unit, asked.stood),
    period: periodForm(unitPath(unit.code), asked.period, facts.stretches, [], asked.query),
    problems,
    worth: facts.asOf === null ? worthDoing(unitCards(facts, abilities), cardsAround(facts, abilities, asked)) : null,
    facts: unitStrip(facts, links),
    came: whatCame(facts, asked),
    sections,
    jumps: onThisPage(sections, null),
    links: abilities.links,
    checked: sayChecked(facts.selfCheck),
    self: unitPath(unit.code),
  };
}

function sectionsOf(
  facts: UnitFacts,
  abilities: UnitAbilities,
  draft: ActionDraft,
  asked: UnitAsked,
  links: NumberLinks,
): Section[] {
  return [
    trendSection(facts, asked, links),
    comparedSection(facts, links),
    driversSection(facts, links),
    saidSection(facts, abilities, links),
    ...asked.sections,
    teamSection(facts),
    changesSection(facts, abilities, draft),
  ].filter((section) => section !== null);
}

const cardsAround = (
  { today, decided, unit, told }: UnitFacts,
  { decide }: UnitAbilities,
  { decisions }: UnitAsked,
) => ({
  today,
  decided,
  page: unitPath(unit.code),
  token: decide ? decisions : null,
  trainingTold: told.assigned === 'told',
});

/** Units that are part of it by now, each with the way to its own history. */
function whatCame({ today }: UnitFacts, { mergers, mayOpenPlaces }: UnitAsked) {
  const came = mergers.from
    .filter(({ on }) => on < today)
    .map((merger) => saidFrom({ ...merger, reached: merger.reached && mayOpenPlaces }, today));
  return came.length > 0 ? came : null;
}

function trendSection(facts: UnitFacts, { mergers }: UnitAsked, links: NumberLinks): Section {
  const { unit, standing, choice } = facts;
  const { responses } = standing.counts;
  const text = t(
    '{responses, plural, one {# response} other {# responses}} in the last {n, plural, one {week} other {# weeks}}',
    { responses, n: standing.period },
  );
  const happened = [
    ...ownChanges(facts.changes),
    ...mergersInto(mergers),
    ...themedWeeks(facts.campaigns),
    ...occurred(facts.happened),
  ];
  const weeksPath = addressOf(unitPath(unit.code), { filters: readFilters({}), period: choice });
  return {
    partial: 'ease-trend',
    model: {
      trend: trendOf(facts, happened, links),
      weeksCsv: csvPath(weeksPath),
      responses: { text, path: links.responses },
      happened: happenedRows(happened, facts.stretches.now),
    },
  };
}

function comparedSection({ comparisons }: UnitFacts, links: NumberLinks): Section | null {
  const boxes = comparisons.slice(0, BOXES_SHOWN).map((box) => comparisonBox(box, links));
  return boxes.length === 0 ? null : { partial: 'changes-compared', model: { boxes } };
}

function driversSection({ standing }: UnitFacts, links: NumberLinks): Section {
  const note = t('Over the last {n, plural, one {week} other {# weeks}}. Each driver has its own number of answers.', {
    n: standing.period,
  });
  return { partial: 'drivers', model: { rows: driverRows(standing.counts, links, driverToWorkOn(standing)), note } };
}

function saidSection(facts: UnitFacts, abilities: UnitAbilities, links: NumberLinks): Section {
  const { unit, standing } = facts;
  return {
    partial: 'what-customers-say',
    model: {
      emotion: emotionRows(standing.emotion, links.felt),
      comments: commentRows(facts.comments.slice(0, COMMENTS_SHOWN)),
      noWords: t('Customers’ words are shown once there are five comments.'),
      all: abilities.responses ? commentsOfWeeks(unitPath(unit.code), scoreWeeks(facts), facts.today) : null,
      allSoFar: allSoFarRows(facts.allSoFar),
      noScores: !standing.ease && !standing.emotion,
    },
  };
}

function changesSection({ unit, actions }: UnitFacts, { record }: UnitAbilities, draft: ActionDraft): Section {
  const problems = presentProblems(draft.problems);
  return {
    partial: 'unit-changes',
    model: {
      actions: actions.map(({ happenedOn, words, recordedBy, recordedFor }) => ({
        words,
        about: t('{day}, recorded by {name}', {
          day: sayFullDate(happenedOn),
          name: sayMaker(recordedBy, recordedFor),
        }),
      })),
      form: record ? { path: unitActionsPath(unit.code), token: draft.token, ...draft.value } : null,
      errors: { happenedOn: problems?.by.happenedOn ?? null, words: problems?.by.words ?? null },
    },
  };
}

/** The weeks that the scores cover: those chosen, or as many as they needed. */
function scoreWeeks({ stretches, standing }: UnitFacts): Weeks {
  return stretches.asNeeded ? weeksUpTo(stretches.now.to, standing.period) : stretches.now;
}

function trendOf(
  { series, stretches, standing, choice }: UnitFacts,
  happened: readonly Happened[],
  links: NumberLinks,
) {
  return easeTrend({
    series,
    now: stretches.now,
    happened,
    links,
    finding: sayFinding(standing, choice),
  });
}

function teamSection({ team, unit, asOf, choice }: UnitFacts): Section | null {
  if (team === null) return null;
  const none =
    asOf === null
      ? t('Nobody is in post here today.')
      : t('Nobody was in post here on {day}.', { day: sayFullDate(asOf) });
  return {
    partial: 'team-finished',
    model: {
      team: {
        asOf: asOf && t('Everybody in post on {day}, with what they had finished by then.', { day: sayFullDate(asOf) }),
        none: team.length === 0 ? none : null,
        table: teamTable(team, unit.name),
        csv: addressOf(teamCsvPath(unit.code), { filters: readFilters({}), period: choice }),
      },
    },
  };
}
