import { eventKind } from '../platform/events/event.js';

/** Leavers whose period was over. Nothing says any more who they were. */
export const peopleMadeAnonymous = eventKind<{ personIds: number[] }>('privacy.peopleMadeAnonymous');
