import { eventKind } from '../../platform/events/event.js';

interface CoverStep {
  coverId: number;
  stepId: number;
}

/** Somebody was named to act for a manager. */
export const coverGiven = eventKind<CoverStep>('network.coverGiven');
/** It got another last day. */
export const coverChanged = eventKind<CoverStep>('network.coverChanged');
/** It was ended before its time. */
export const coverEnded = eventKind<CoverStep>('network.coverEnded');
