import { eventKind } from '../platform/events/event.js';

/** Somebody promised something for a theme day, or put other words to the promise. */
export const pledgeMade = eventKind<{ pledgeId: number; themeDayId: number }>('campaigns.pledgeMade');
