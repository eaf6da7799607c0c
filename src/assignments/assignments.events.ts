import { eventKind } from '../platform/events/event.js';

/** Somebody asked people to take a course; whom, the assignment's requirements say. */
export const courseAssigned = eventKind<{ assignmentId: number; courseId: number }>('assignments.courseAssigned');

/** It was undone or withdrawn, and asks nobody any more. */
export const assignmentEnded = eventKind<{ assignmentId: number }>('assignments.assignmentEnded');

/** All or some of its people have more time. */
export const assignmentExtended = eventKind<{ assignmentId: number; extensionId: number }>(
  'assignments.assignmentExtended',
);

/** A manager let somebody off, or took their requirement as done. */
export const requirementSettled = eventKind<{ requirementId: number }>('assignments.requirementSettled');
