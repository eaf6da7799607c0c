import { maySeeResult } from '../campaigns/campaigns.policy.js';
import type { CampaignRow } from '../campaigns/campaigns.queries.js';
import { weekPhase } from '../campaigns/opening.js';
import { campaignResultPath } from '../campaigns/paths.js';
import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayRange } from '../platform/say.js';
import { GRADE as ASSOCIATION } from './link-words.js';
import { linkPath } from './paths.js';
import { GRADE as BEFORE_AND_AFTER } from './result-words.js';

/** What can be asked about impact, each question with the grade of its answer. */
export function presentImpact(campaigns: readonly CampaignRow[], actor: Actor, today: IsoDate) {
  const weeks = campaigns.filter((campaign) => maySeeResult(actor, campaign, today));
  return {
    title: t('Impact'),
    sub: t('Did it work? Each answer carries a grade that says how far it can be trusted.'),
    questions: [
      {
        title: t('Do branches that train more score higher?'),
        text: t('Completion set against ease, emotion and the six drivers, across all units.'),
        grade: t(ASSOCIATION),
        path: linkPath,
        action: t('Look at the link'),
      },
      ...weeks.map((campaign) => ({
        title: t('What did {week} {year} do?', { week: campaign.title, year: campaign.startsOn.slice(0, 4) }),
        text: t('{dates}: who took part, and what customers did.', {
          dates: sayRange(campaign.startsOn, campaign.endsOn),
        }),
        grade: t(BEFORE_AND_AFTER),
        path: campaignResultPath(campaign.slug),
        action: weekPhase(campaign, today) === 'running' ? t('See who takes part') : t('See the result'),
      })),
    ],
  };
}
