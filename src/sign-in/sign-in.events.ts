import { eventKind } from '../platform/events/event.js';

/** Somebody who could not sign in asked for a link to choose a new password; they are in post and have an address. */
export const linkAsked = eventKind<{ personId: number }>('signIn.linkAsked');
