import type { CourseCard } from '../../courses/course-version.js';
import type { IsoDate } from '../../platform/dates.js';
import { DRIVER_NAMES } from '../../platform/drivers.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayMoment, sayRange } from '../../platform/say.js';
import { presentProblems, type Problem } from '../../platform/web/form.js';
import {
  campaignActionPath,
  campaignDetailsPath,
  campaignFilePath,
  campaignPath,
  campaignPublishPath,
  campaignsStudioPath,
  draftDayActionPath,
  draftDayPath,
  newCampaignPath,
} from '../paths.js';
import { type CampaignDraft, stateOf } from './campaign-draft.js';
import type { DraftDay } from './draft.js';
import { hasBegun } from './frozen.js';
import { nameOf } from './list.presenter.js';
import type { Readiness } from './readiness.js';
import { sayAudience } from './say-audience.js';

interface DraftFacts {
  draft: CampaignDraft;
  readiness: Readiness;
  /** Published ones. */
  courses: readonly CourseCard[];
  problems: Problem[];
  today: IsoDate;
}

export function presentCampaignDraft(facts: DraftFacts) {
  const { draft, today } = facts;
  const { id, content, revision } = draft;
  const fixed = draft.campaignId !== null && hasBegun(content, today);
  return {
    title: nameOf(draft),
    sub: `${sayRange(content.startsOn, content.endsOn)} · ${sayAudience(content.audience)}`,
    back: { href: campaignsStudioPath, text: t('Themed weeks') },
    problems: presentProblems(facts.problems),
    errors: { file: facts.problems.find((problem) => problem.field === 'file')?.sentence ?? null },
    state: stateTag(draft, today),
    changed: changedLine(draft),
    revision,
    story: content.story || t('No story yet.'),
    details: campaignDetailsPath(id),
    fixed: fixed ? t('The week has begun: its words may change, everything else stays.') : null,
    days: content.days.map((day, at) => dayRow(day, at, facts, fixed)),
    add: fixed ? null : campaignActionPath(id, 'days'),
    publish: publishCard(facts),
    ...actionsOf(draft, fixed),
  };
}

const TONES = { draft: null, planned: 'good', running: 'brand', over: null } as const;

function stateTag(draft: CampaignDraft, today: IsoDate) {
  const state = stateOf(draft, today);
  const words = { draft: t('Draft'), planned: t('Planned'), running: t('Running'), over: t('Over') };
  return { text: words[state], tone: TONES[state] };
}

function changedLine({ changedBy, changedAt, words }: CampaignDraft): string {
  const at = sayMoment(changedAt);
  if (changedBy === null) return t('Loaded from a file on {at}.', { at });
  return t('Last change: {words}, by {name} on {at}.', { words, name: changedBy, at });
}

function publishCard({ draft, readiness }: DraftFacts) {
  const { length } = readiness.blocks;
  const live = draft.campaignId !== null;
  const path = campaignPublishPath(draft.id);
  const see = live ? { text: t('See the week as staff do'), path: campaignPath(draft.publishedSlug!) } : null;
  if (live && !draft.unpublished)
    return { words: t('Everybody in its audience sees it as it stands here.'), action: null, see };
  if (length > 0) {
    const words = t('{n, plural, one {# thing is} other {# things are}} left to do before it can be published.', {
      n: length,
    });
    return { words, action: { text: t('See what is left to do'), path }, see };
  }
  const words = live
    ? t('Your changes are not published yet.')
    : t('It is ready. Nobody sees it until you publish it.');
  return { words, action: { text: t('Go to publishing'), path }, see };
}

function dayRow(day: DraftDay, at: number, { draft, readiness, courses }: DraftFacts, fixed: boolean) {
  const { id, content } = draft;
  const title = day.title || t('No theme yet');
  return {
    key: day.key,
    date: sayDate(day.heldOn),
    title,
    driver: day.driver === null ? null : { driver: day.driver, name: t(DRIVER_NAMES[day.driver]) },
    course: courses.find((course) => course.slug === day.course)?.title ?? day.course,
    summary: day.summary,
    left: readiness.blocks.filter((finding) => finding.day === day.key).map((finding) => finding.sentence),
    edit: draftDayPath(id, day.key),
    preview: draftDayActionPath(id, day.key, 'preview'),
    moves: fixed ? null : draftDayActionPath(id, day.key, 'moves'),
    earlier: at > 0,
    later: at < content.days.length - 1,
    remove: fixed ? null : draftDayActionPath(id, day.key, 'removals'),
    revision: draft.revision,
  };
}

function actionsOf(draft: CampaignDraft, fixed: boolean) {
  const { id, campaignId, revision, unpublished } = draft;
  return {
    undo: revision > 1 ? campaignActionPath(id, 'undos') : null,
    restore: unpublished ? campaignActionPath(id, 'restorations') : null,
    recall: campaignId !== null && !fixed ? campaignActionPath(id, 'recalls') : null,
    deletion: campaignId === null ? campaignActionPath(id, 'deletions') : null,
    copy: `${newCampaignPath}?copy=${id}`,
    file: campaignFilePath(id),
  };
}
