import { msg } from '../../platform/language/t.js';

/** What assignments tell people about; each is said by message-words.ts. */
export const KINDS = {
  assigned: 'assignments.assigned',
  reminder: 'assignments.reminder',
  /** To the manager, about those who are past the date. */
  late: 'assignments.late',
  nudge: 'assignments.nudge',
  extended: 'assignments.extended',
  withdrawn: 'assignments.withdrawn',
  settled: 'assignments.settled',
  /** To the manager, from a learner. */
  moreTime: 'assignments.moreTime',
} as const;

/** What assignments' messages are about. */
export const SUBJECT = 'assignment';

/** Why a planned message was called off, as the ledger says it. */
export const WHY_OFF = {
  done: msg('Finished or settled before it went out'),
  ended: msg('The assignment was undone or withdrawn'),
  left: msg('Moved on or left'),
  moved: msg('The date moved'),
} as const;
