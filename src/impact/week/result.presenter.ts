import type { CampaignRow } from '../../campaigns/campaigns.queries.js';
import { lastOpenDay } from '../../campaigns/opening.js';
import type { PlaceLevel, PlaceParticipation } from '../../campaigns/participation.queries.js';
import { campaignPath, campaignResultPath } from '../../campaigns/paths.js';
import type { Actor } from '../../platform/actor.js';
import { intervalAgainstNoChange } from '../../platform/charts/no-change-bar.js';
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayRange } from '../../platform/say.js';
import { csvPath } from '../../platform/web/csv-path.js';
import type { StudyListRow } from '../studies/studies.queries.js';
import { studyTile } from '../studies/study-tile.js';
import { levelLinks, participationTable } from './participation-table.js';
import * as words from './result-words.js';
import type { EaseChange, ThemedWeekResult } from './themed-week.js';
import { weekChart } from './week-chart.js';
import { figureTable } from './week-figures.js';
import { sayMissing } from './week-missing.js';
import { weekNext } from './week-next.js';
import type { WeekResult } from './week-results.service.js';

interface ResultFacts {
  actor: Actor;
  campaign: CampaignRow;
  result: WeekResult;
  places: PlaceParticipation[];
  /** Of anything; empty for those who read none. */
  studies: readonly StudyListRow[];
  level: PlaceLevel;
  mayPlan: boolean;
  /** Slugs of the courses that can be planned in waves. */
  plannable: ReadonlySet<string>;
  today: IsoDate;
}

export function presentResult(facts: ResultFacts) {
  const { campaign, result, places, level, today } = facts;
  const open = today <= lastOpenDay(campaign);
  const here = campaignResultPath(campaign.slug);
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
    ...presentAnswer(facts, here),
    studies: studiesOf(campaign, facts.studies),
    participation: participationTable(places, level),
    csv: `${csvPath(here)}?by=${level}`,
    levels: levelLinks(facts.actor.reach, level, here),
    missing: typeof result.answer === 'string' ? sayMissing(result.answer, campaign, result, today) : null,
  };
}

/** What customers did; nothing while there is no figure. */
function presentAnswer({ result, mayPlan, plannable }: ResultFacts, here: string) {
  const { answer, cautions, around } = result;
  if (typeof answer === 'string') return { responses: null, ease: null, chart: null, figures: null, next: null };
  return {
    grade: t(words.GRADE),
    responses: responsesPanel(answer),
    ease: answer.ease && easePanel(answer.ease),
    chart: weekChart(result.weeks, result.monday, result.otherEvents, answer),
    figures: { table: figureTable(answer), csv: `${here}/figures.csv`, note: `${here}/method.txt` },
    cautions,
    next: weekNext({ mayPlan, plannable, courses: around.courses }),
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
  const { estimate: value, low, high } = words.pointsOf(result.others.change);
  return {
    number: words.sayChange(result.others.change.value),
    sentence: words.responsesHeadline(result),
    interval: words.neighboursSentence(result),
    chart: intervalAgainstNoChange({ id: 'responses-change', value, low, high, unit: t('per cent') }),
    unusual: words.unusualSentence(result.unusual, 'responses'),
  };
}

function easePanel(ease: EaseChange) {
  const { estimate: value, low, high } = words.pointsOf(ease.others.within);
  return {
    headline: words.easeHeadline(ease),
    sentence: words.easeSentence(ease),
    split: words.splitSentence(ease.others),
    unusual: words.unusualSentence(ease.unusual, 'ease'),
    chart: intervalAgainstNoChange({ id: 'ease-change', value, low, high }),
  };
}
