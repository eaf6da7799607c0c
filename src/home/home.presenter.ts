import { coverPath } from '../network/cover/paths.js';
import { sayCovering } from '../network/cover/say-cover.js';
import { areaPath } from '../network/paths.js';
import { t } from '../platform/language/t.js';
import { presentAssigned } from './assigned.presenter.js';
import { presentDrivers } from './drivers.presenter.js';
import { heroOf } from './hero.js';
import type { HomeFacts } from './home-facts.js';
import { comesToLearn, type Job, jobsOf } from './jobs.js';
import { presentVoice } from './voice.presenter.js';
import { weekCard } from './week-card.js';

/** Those who come to learn see what is due even when nothing is; people at a desk only when something is. */
export function presentHome(facts: HomeFacts) {
  const { actor, today, week } = facts;
  const learner = comesToLearn(actor.roles);
  const jobs = jobsOf(facts);
  const assigned = presentAssigned(facts.assigned, facts.underWay, today);
  const worthDoing = presentWorthDoing(facts.worthDoing);
  return {
    title: t('Today'),
    covers: coversOf(facts),
    hero: heroOf(facts, learner ? null : (jobs[0] ?? null)),
    jobs: without(jobs, worthDoing?.action.path ?? null),
    worthDoing,
    assigned: learner || assigned.rows !== null ? assigned : null,
    voice: presentVoice(facts.comments, facts.unit, today),
    drivers: presentDrivers(facts.drivers),
    week: week && weekCard(week, today, week.campaign.early ?? false),
  };
}

/** For whom somebody acts and until when, first of all. */
function coversOf({ actor, today }: HomeFacts) {
  const held = actor.posts.flatMap(({ cover }) => (cover === null ? [] : [sayCovering(cover, today)]));
  return held.length > 0 ? held.map((text) => ({ text, path: coverPath })) : null;
}

function presentWorthDoing(found: HomeFacts['worthDoing']) {
  if (found === null || found.cards.length === 0) return null;
  const { area, cards } = found;
  return {
    heading: t('Worth doing in {area}', { area: area.name }),
    cards,
    action: { text: t('Open your area'), path: areaPath(area.code) },
  };
}

/** The jobs that nothing above them on the page leads to already. */
function without(jobs: readonly Job[], path: string | null): Job[] | null {
  const left = jobs.filter((job) => job.action.path !== path);
  return left.length > 0 ? left : null;
}
