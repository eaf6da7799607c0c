/** A themed week while it is planned: `CampaignContent` in which what is still to be written is empty. */
import type { IsoDate } from '../../platform/dates.js';
import type { Driver } from '../../platform/drivers.js';
import type { Parts } from '../../platform/three-way.js';
import type { CampaignContent, ThemeDayContent } from '../campaign-content.js';

/** '' for text, null for a driver. Dates are always days; whether they fit together is asked before publishing. */
export interface DraftCampaign extends Omit<CampaignContent, 'days'> {
  /** In the order of their dates. */
  days: DraftDay[];
}

/** `key` stays with a day wherever it is moved, so that two authors mean the same one. */
export interface DraftDay extends Omit<ThemeDayContent, 'driver'> {
  key: string;
  driver: Driver | null;
}

/** A campaign file as the start of a draft. */
export function draftOf(campaign: CampaignContent): DraftCampaign {
  return ordered({ ...campaign, days: campaign.days.map((day, at) => ({ key: `day-${at + 1}`, ...day })) });
}

/** What a draft publishes or exports. A driver that is missing stays null: the reader of the file will name it. */
export function contentOf(draft: DraftCampaign): Omit<CampaignContent, 'days'> & { days: Omit<DraftDay, 'key'>[] } {
  return { ...draft, days: ordered(draft).days.map(withoutKey) };
}

export function ordered(draft: DraftCampaign): DraftCampaign {
  return { ...draft, days: [...draft.days].sort((a, b) => compare(a.heldOn, b.heldOn) || compare(a.key, b.key)) };
}

/** A draft taken apart into what one author can change without touching what another writes. */
export function partsOf(draft: DraftCampaign): Parts {
  const { days, ...week } = draft;
  return new Map([...Object.entries(week), ...days.map((day): [string, unknown] => [`day ${day.key}`, day])]);
}

function withoutKey({ heldOn, title, driver, course, summary, challenge, pledgePrompt, huddle }: DraftDay) {
  return { heldOn, title, driver, course, summary, challenge, pledgePrompt, huddle };
}

const compare = (a: IsoDate, b: IsoDate) => (a < b ? -1 : a > b ? 1 : 0);
