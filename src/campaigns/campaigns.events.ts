import { eventKind } from '../platform/events/event.js';

/** Somebody promised something for a theme day, or put other words to the promise. */
export const pledgeMade = eventKind<{ pledgeId: number; themeDayId: number }>('campaigns.pledgeMade');

/** A week, or its next words, are before its audience. `revision` is that of its draft. */
export const campaignPublished = eventKind<{ campaignId: number; draftId: number; revision: number }>(
  'campaigns.published',
);

/** A week that had not begun is a draft again. */
export const campaignTakenBack = eventKind<{ draftId: number }>('campaigns.takenBack');
