import { eventKind } from '../platform/events/event.js';

/** A completion was appended: once per person, course version and period. `unitId` is the unit of that day's main posting. */
export const courseCompleted = eventKind<{
  completionId: number;
  personId: number;
  courseId: number;
  courseVersionId: number;
  unitId: number | null;
}>('learning.courseCompleted');
