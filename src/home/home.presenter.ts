import { campaignPermissions } from '../campaigns/campaigns.policy.js';
import { can } from '../platform/permissions.js';
import { presentAssigned } from './assigned.presenter.js';
import { presentDrivers } from './drivers.presenter.js';
import { heroOf } from './hero.js';
import type { HomeFacts } from './home-facts.js';
import { comesToLearn, jobsOf } from './jobs.js';
import { presentVoice } from './voice.presenter.js';
import { weekCard } from './week-card.js';

/** Those who come to learn see what is due even when nothing is; people at a desk only when something is. */
export function presentHome(facts: HomeFacts) {
  const { actor, today, week } = facts;
  const learner = comesToLearn(actor.roles);
  const jobs = jobsOf(facts);
  const assigned = presentAssigned(facts.assigned, facts.underWay, today);
  return {
    title: 'Today',
    hero: heroOf(facts, learner ? null : (jobs[0] ?? null)),
    jobs: jobs.length > 0 ? jobs : null,
    assigned: learner || assigned.rows !== null ? assigned : null,
    voice: presentVoice(facts.comments, facts.unit, today),
    drivers: presentDrivers(facts.drivers),
    week: week && weekCard(week, today, can(actor, campaignPermissions.preview)),
  };
}
