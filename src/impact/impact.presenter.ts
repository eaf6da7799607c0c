import { maySeeResult } from '../campaigns/campaigns.policy.js';
import type { CampaignRow } from '../campaigns/campaigns.queries.js';
import { weekPhase } from '../campaigns/opening.js';
import { campaignResultPath } from '../campaigns/paths.js';
import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { sayRange } from '../platform/say.js';
import { GRADE as ASSOCIATION } from './link-words.js';
import { linkPath } from './paths.js';
import { GRADE as BEFORE_AND_AFTER } from './result-words.js';

/** What can be asked about impact, each question with the grade of its answer. */
export function presentImpact(campaigns: readonly CampaignRow[], actor: Actor, today: IsoDate) {
  const weeks = campaigns.filter((campaign) => maySeeResult(actor, campaign, today));
  return {
    title: 'Impact',
    sub: 'Did it work? Each answer carries a grade that says how far it can be trusted.',
    questions: [
      {
        title: 'Do branches that train more score higher?',
        text: 'Completion set against ease, emotion and the six drivers, across all units.',
        grade: ASSOCIATION,
        path: linkPath,
        action: 'Look at the link',
      },
      ...weeks.map((campaign) => ({
        title: `What did ${campaign.title} ${campaign.startsOn.slice(0, 4)} do?`,
        text: `${sayRange(campaign.startsOn, campaign.endsOn)}: who took part, and what customers did.`,
        grade: BEFORE_AND_AFTER,
        path: campaignResultPath(campaign.slug),
        action: weekPhase(campaign, today) === 'running' ? 'See who takes part' : 'See the result',
      })),
    ],
  };
}
