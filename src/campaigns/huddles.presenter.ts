import type { IsoDate } from '../platform/dates.js';
import { DRIVER_NAMES } from '../platform/drivers.js';
import { t } from '../platform/language/t.js';
import { sayDate } from '../platform/say.js';
import type { CampaignRow, MyThemeDay } from './campaigns.queries.js';
import { campaignPath } from './paths.js';

/** The cards to be read aloud before opening: one a page on paper. */
export function presentHuddles(campaign: CampaignRow, days: readonly MyThemeDay[], today: IsoDate) {
  const one = days.length === 1 ? days[0] : undefined;
  return {
    title: one
      ? t('Huddle card: {title}', { title: one.title })
      : t('Huddle cards: {title}', { title: campaign.title }),
    heading: one ? t('Huddle card') : t('Huddle cards'),
    back: { href: campaignPath(campaign.slug), text: campaign.title },
    cards: days.map((day) => ({
      date: sayDate(day.heldOn, today),
      title: day.title,
      driver: t(DRIVER_NAMES[day.driver]),
      summary: day.summary,
      talk: day.huddle,
      challenge: day.challenge,
      pledgePrompt: day.pledgePrompt,
      lines: REGISTER.map((line) => t('Line {n}', { n: String(line) })),
    })),
  };
}

/** Empty lines of the register: who was there. */
const REGISTER = Array.from({ length: 8 }, (_, at) => at + 1);
