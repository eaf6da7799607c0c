/**
 * What somebody asks, made into what is registered: the courses behind a themed week, the Mondays of the weeks, a title. Weeks
 * left empty are those the product recommends: a year before the first completion, and half a year from there on.
 */
import type { Weeks } from '../../feedback/metrics/period.js';
import { addDays, daysBetween, type IsoDate, isIsoDate, mondayOf } from '../../platform/dates.js';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import type { Metric } from '../link-choice.js';
import type { StudyDesign } from './study.js';

/** What there is to choose from. */
export interface StudyChoices {
  courses: { id: number; slug: string; title: string }[];
  /** With its year in the title, and the courses of its days. */
  campaigns: { id: number; slug: string; title: string; courseIds: number[] }[];
  regions: { id: number; code: string; name: string }[];
}

export type Draft = StudyDesign & { title: string; campaignId: number | null };

/** As the form holds it (study.forms.ts). */
export interface Asked extends Omit<StudyDesign, 'courseIds' | 'regionIds' | 'weeks' | 'threshold' | 'wavePlanId'> {
  title: string;
  courses: readonly string[];
  campaign: string;
  metric: Metric;
  regions: readonly string[];
  from: string;
  to: string;
  threshold: string;
}

export const WEEKS_BEFORE = 52;
export const WEEKS_AFTER = 26;
/** As far as the panel of a study is kept fast: five years. */
export const MOST_WEEKS = 260;
const LONGEST_NAME = 80;

/** @throws RuleBroken with the field it is about */
export function coursesAsked({ courses, campaign }: Pick<Asked, 'courses' | 'campaign'>, choices: StudyChoices) {
  if (courses.length === 0 && campaign === '')
    throw new RuleBroken(t('Choose at least one course, or a themed week.'), 'courses');
  if (courses.length > 0 && campaign !== '')
    throw new RuleBroken(t('Choose courses or a themed week, not both.'), 'courses');
  if (campaign !== '') return campaignAsked(campaign, choices);
  const found = choices.courses.filter(({ slug }) => courses.includes(slug));
  if (found.length < new Set(courses).size) throw new RuleBroken(t('Choose from the list.'), 'courses');
  const [only] = found;
  const name = found.length === 1 && only ? only.title : null;
  return { courseIds: found.map(({ id }) => id), campaignId: null, name };
}

/**
 * @param firstOn day of the first completion of the courses; null where nobody has finished one
 * @throws RuleBroken with the field it is about
 */
export function weeksAsked({ from, to }: Pick<Asked, 'from' | 'to'>, firstOn: IsoDate | null, today: IsoDate): Weeks {
  const start = mondayOf(firstOn ?? today);
  const weeks = {
    from: from === '' ? addDays(start, -7 * WEEKS_BEFORE) : monday(from, 'from'),
    to: to === '' ? addDays(start, 7 * WEEKS_AFTER) : monday(to, 'to'),
  };
  if (weeks.to <= weeks.from) throw new RuleBroken(t('The last week has to come after the first.'), 'to');
  if (daysBetween(weeks.from, weeks.to) / 7 + 1 > MOST_WEEKS)
    throw new RuleBroken(t('A study covers at most {n} weeks.', { n: String(MOST_WEEKS) }), 'to');
  return weeks;
}

/** @throws RuleBroken with the field it is about */
export function draftOf(asked: Asked, choices: StudyChoices, firstOn: IsoDate | null, today: IsoDate): Draft {
  const { courseIds, campaignId, name } = coursesAsked(asked, choices);
  const { metric, kinds, weighting, clusterLevel } = asked;
  return {
    ...{ courseIds, campaignId, metric, kinds: [...new Set(kinds)], weighting, clusterLevel },
    title: asked.title === '' ? titleFor(name, courseIds.length) : asked.title,
    regionIds: regionsAsked(asked.regions, choices),
    weeks: weeksAsked(asked, firstOn, today),
    threshold: Number(asked.threshold) / 100,
    wavePlanId: null,
  };
}

function campaignAsked(slug: string, { campaigns }: StudyChoices) {
  const found = campaigns.find((campaign) => campaign.slug === slug);
  if (!found) throw new RuleBroken(t('Choose one of these.'), 'campaign');
  return { courseIds: found.courseIds, campaignId: found.id, name: found.title };
}

/** Null for all: also when each is named. */
function regionsAsked(codes: readonly string[], { regions }: StudyChoices): number[] | null {
  const found = regions.filter(({ code }) => codes.includes(code));
  if (found.length < new Set(codes).size) throw new RuleBroken(t('Choose from the list.'), 'regions');
  return found.length === 0 || found.length === regions.length ? null : found.map(({ id }) => id);
}

function monday(day: string, field: 'from' | 'to'): IsoDate {
  if (!isIsoDate(day)) throw new RuleBroken(t('There’s no such day.'), field);
  return mondayOf(day);
}

/** @param name of the one course; null for `n` of them */
export function titleFor(name: string | null, n: number): string {
  if (name === null)
    return t('{n, plural, one {Did this course make a difference?} other {Did these # courses make a difference?}}', {
      n,
    });
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  return t('Did ‘{name}’ make a difference?', { name: short });
}
