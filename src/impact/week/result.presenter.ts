import type { CampaignRow } from '../../campaigns/campaigns.queries.js';
import { lastOpenDay, weekPhase } from '../../campaigns/opening.js';
import type { PlaceLevel, PlaceParticipation } from '../../campaigns/participation.queries.js';
import { campaignPath, campaignResultPath } from '../../campaigns/paths.js';
import { csvPath } from '../../platform/web/csv-path.js';
import type { Actor } from '../../platform/actor.js';
import { columns } from '../../platform/charts/columns.js';
import { bothWidths, figure } from '../../platform/charts/figure.js';
import { intervalAgainstNoChange } from '../../platform/charts/no-change-bar.js';
import { addDays, type IsoDate, mondayOf } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayFullDate, sayNumber, sayRange, sayScore, sayShortDate } from '../../platform/say.js';
import { type BeforeAndAfter, withinAndMix } from '../../statistics/within-and-mix.js';
import { levelLinks, participationTable } from './participation-table.js';
import * as words from './result-words.js';
import type { StudyListRow } from '../studies/studies.queries.js';
import { studyTile } from '../studies/study-tile.js';
import { type EaseChange, type ThemedWeekResult, themedWeek, type WeekTotals } from './themed-week.js';

interface ResultFacts {
  actor: Actor;
  campaign: CampaignRow;
  /** Closed weeks of the whole network. */
  weeks: WeekTotals[];
  /** Mondays of the weeks that held another campaign. */
  otherEvents: IsoDate[];
  /** Every unit: other weeks before, the themed week after. */
  easeByUnit: BeforeAndAfter[];
  places: PlaceParticipation[];
  /** Of anything; empty for those who read none. */
  studies: readonly StudyListRow[];
  level: PlaceLevel;
  today: IsoDate;
}

/** How many weeks on each side of the themed one the chart shows at most. */
const CHART_SIDE = 26;

export function presentResult(facts: ResultFacts) {
  const { campaign, weeks, places, level, today } = facts;
  const week = mondayOf(campaign.startsOn);
  const others = new Set(facts.otherEvents);
  const result = themedWeek(weeks, week, others);
  const open = today <= lastOpenDay(campaign);
  return {
    title: t('What {week} {year} did', { week: campaign.title, year: campaign.startsOn.slice(0, 4) }),
    heading: open
      ? t('{week}: the result so far', { week: campaign.title })
      : t('{week}: the result', { week: campaign.title }),
    sub: sayRange(campaign.startsOn, campaign.endsOn),
    crumbs: [
      { text: campaign.title, href: campaignPath(campaign.slug) },
      { text: t('Result'), href: null },
    ],
    soFar: open ? t('Lessons and pledges count until {date}.', { date: sayDate(lastOpenDay(campaign), today) }) : null,
    grade: t(words.GRADE),
    responses: result && responsesPanel(result),
    ease: result?.ease ? easePanel(result.ease, facts.easeByUnit) : null,
    chart: result && weeksChart(weeks, week, others, result),
    missing: result === null ? missing(campaign, weeks, today) : null,
    can: words.CAN_SAY.map((sentence) => t(sentence)),
    cannot: words.CANNOT_SAY.map((sentence) => t(sentence)),
    studies: studiesOf(campaign, facts.studies),
    participation: participationTable(places, level),
    csv: `${csvPath(campaignResultPath(campaign.slug))}?by=${level}`,
    levels: levelLinks(facts.actor.reach, level, campaignResultPath(campaign.slug)),
  };
}

/** The answered studies of this week; null without any. */
function studiesOf({ slug }: CampaignRow, studies: readonly StudyListRow[]) {
  const answered = studies.flatMap(({ study, latest }) =>
    latest && study.campaign?.slug === slug ? [studyTile({ study, latest })] : [],
  );
  return answered.length > 0 ? answered : null;
}

function responsesPanel(result: ThemedWeekResult) {
  return {
    number: words.sayChange(result.others.change),
    sentence: words.responsesSentence(result),
    interval: words.neighboursSentence(result),
    unusual: words.unusualSentence(result.unusual, 'responses'),
  };
}

function easePanel(ease: EaseChange, units: readonly BeforeAndAfter[]) {
  const split = withinAndMix(units);
  const points = { value: ease.change.value * 100, low: ease.change.low * 100, high: ease.change.high * 100 };
  return {
    headline: words.easeHeadline(ease),
    sentence: words.easeSentence(ease),
    range: words.easeRange(ease),
    split: split && words.splitSentence(split),
    unusual: words.unusualSentence(ease.unusual, 'ease'),
    chart: intervalAgainstNoChange({ id: 'ease-change', ...points }),
  };
}

function weeksChart(
  weeks: readonly WeekTotals[],
  event: IsoDate,
  others: ReadonlySet<IsoDate>,
  result: ThemedWeekResult,
) {
  const [from, to] = [addDays(event, -7 * CHART_SIDE), addDays(event, 7 * CHART_SIDE)];
  const shown = weeks.filter(({ week }) => week >= from && week <= to);
  const bars = shown.map(({ week, responses }) => ({
    label: sayShortDate(week),
    value: responses,
    marked: week === event || others.has(week),
  }));
  const mean = Math.round(result.others.mean);
  const drawn = bothWidths(columns, {
    id: 'responses',
    title: t('Survey responses by week'),
    desc: t('{n} in the themed week, {mean} in an average other week.', {
      n: sayNumber(result.responses),
      mean: sayNumber(mean),
    }),
    columns: bars,
    reference: { value: mean, name: t('Average') },
  });
  return figure({
    id: 'responses',
    caption: words.chartCaption(result),
    sub: t(
      'Survey responses by week, whole network. Themed weeks are dark; the dashed line is the average other week of the year before and after.',
    ),
    ...drawn,
    head: [t('Week of'), t('Responses'), t('Ease (4 or 5 of 5)')],
    rows: shown.map((row) => [sayFullDate(row.week), sayNumber(row.responses), easeOf(row)]),
  });
}

function easeOf({ ease }: WeekTotals): string {
  return ease.n === 0 ? '–' : sayScore((100 * ease.hits) / ease.n);
}

function missing(campaign: CampaignRow, weeks: readonly WeekTotals[], today: IsoDate): string {
  const closes = addDays(mondayOf(campaign.startsOn), 7);
  if (today < closes || weekPhase(campaign, today) === 'running') {
    return t('Customer answers are counted once the week is closed, on {date}.', { date: sayDate(closes, today) });
  }
  if (weeks.length === 0) return t('No customer answers have been loaded yet.');
  return t('There are no customer answers for this week, or no other week to set it against.');
}
