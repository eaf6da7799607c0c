import { eventKind } from '../platform/events/event.js';

/** Somebody asked people to take a course; whom, the assignment's requirements say. */
export const courseAssigned = eventKind<{ assignmentId: number; courseId: number }>('assignments.courseAssigned');
