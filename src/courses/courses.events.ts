import { eventKind } from '../platform/events/event.js';

/** New course versions went live together; those they replace are retired. */
export const coursesPublished = eventKind<{ courseVersionIds: number[] }>('courses.published');
