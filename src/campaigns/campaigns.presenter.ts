import type { Actor } from '../platform/actor.js';
import type { IsoDate } from '../platform/dates.js';
import { msg, t } from '../platform/language/t.js';
import { sayRange } from '../platform/say.js';
import { maySeeResult } from './campaigns.policy.js';
import type { CampaignRow } from './campaigns.queries.js';
import { type WeekPhase, weekPhase } from './opening.js';
import { campaignPath, campaignResultPath } from './paths.js';

/** Themed weeks: the one that runs first, then those to come, then those that were. */
export function presentCampaigns(campaigns: readonly CampaignRow[], actor: Actor, today: IsoDate) {
  const cards = campaigns.map((campaign) => {
    const phase = weekPhase(campaign, today);
    return {
      order: ORDER[phase],
      tag: t(TAGS[phase]),
      tone: phase === 'running' ? ('brand' as const) : null,
      title: `${campaign.title} ${campaign.startsOn.slice(0, 4)}`,
      dates: sayRange(campaign.startsOn, campaign.endsOn),
      story: campaign.story,
      path: campaignPath(campaign.slug),
      result: maySeeResult(actor, campaign, today) ? resultLink(campaign, phase) : null,
    };
  });
  return { title: t('Themed weeks'), cards: cards.sort((a, b) => a.order - b.order) };
}

function resultLink(campaign: CampaignRow, phase: WeekPhase) {
  const text = phase === 'running' ? t('Who takes part so far') : t('See the result');
  return { text, path: campaignResultPath(campaign.slug) };
}

const ORDER: Record<WeekPhase, number> = { running: 0, before: 1, catchUp: 2, closed: 3 };
const TAGS: Record<WeekPhase, string> = {
  running: msg('This week'),
  before: msg('Coming'),
  catchUp: msg('Catch up'),
  closed: msg('Ended'),
};
