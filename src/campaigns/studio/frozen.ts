/**
 * What stays as it is once a published week has begun: only its words may change, because people are in the middle of
 * it and their pledges, lessons and results hang on its days.
 */
import type { IsoDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate } from '../../platform/say.js';
import type { Week } from '../opening.js';
import { contentOf, type DraftCampaign } from './draft.js';

/** What is live of a week. */
export interface Live {
  content: DraftCampaign;
  /** The dates on which somebody has pledged. */
  pledgedOn: readonly IsoDate[];
}

export function hasBegun(week: Week, today: IsoDate): boolean {
  return today >= week.startsOn;
}

/** @returns a sentence for each thing that differs and may not; empty before the week begins. */
export function frozenChanges(live: Live, after: DraftCampaign, today: IsoDate): string[] {
  const { content, pledgedOn } = live;
  const held = after.days.map((day) => day.heldOn);
  const lost = pledgedOn.filter((date) => !held.includes(date));
  const kept = lost.map((date) => t('People have pledged on {date}, so that day stays.', { date: sayDate(date) }));
  if (!hasBegun(content, today)) return kept;
  return frame(content) === frame(after)
    ? kept
    : [
        ...kept,
        t('The week has begun. Its dates, days, drivers, courses and audience stay; its words may still change.'),
      ];
}

/** Everything but the words. */
function frame(draft: DraftCampaign): string {
  const { slug, look, startsOn, endsOn, audience, days } = contentOf(draft);
  const held = days.map(({ heldOn, driver, course }) => [heldOn, driver, course]);
  return JSON.stringify([slug, look, startsOn, endsOn, audience && lists(audience), held]);
}

const lists = ({ regions, areas, kinds }: NonNullable<DraftCampaign['audience']>) => [regions, areas, kinds];
