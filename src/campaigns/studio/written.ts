/** What the studio's forms mean for a draft. A field that was not sent changes nothing. */
import type { Driver } from '../../platform/drivers.js';
import { audienceOf } from '../audience.js';
import type { DayForm, DetailsForm } from './campaign.forms.js';
import { changeDay } from './days.js';
import type { DraftCampaign } from './draft.js';

export function withDetails(draft: DraftCampaign, form: DetailsForm): DraftCampaign {
  const { title, story, slug = draft.slug, startsOn, endsOn } = form;
  const words = { ...draft, title, story };
  // Dates and audience stand on the page together: without dates the week had begun.
  if (startsOn === undefined || endsOn === undefined) return words;
  const lists = { regions: form.regions, areas: form.areas, kinds: form.kinds as Kinds };
  return { ...words, slug, startsOn, endsOn, audience: audienceOf(lists) };
}

export function withDay(draft: DraftCampaign, key: string, form: DayForm): DraftCampaign {
  const { title, summary, challenge, pledgePrompt, huddle, heldOn, driver, course } = form;
  return changeDay(draft, key, {
    ...{ title, summary, challenge, pledgePrompt, huddle },
    ...(heldOn !== undefined && { heldOn }),
    ...(driver !== undefined && { driver: driver === '' ? null : (driver as Driver) }),
    ...(course !== undefined && { course }),
  });
}

type Kinds = NonNullable<DraftCampaign['audience']>['kinds'];
