import { addDays, endOfLondonDay, type IsoDate, londonDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate, sayTime } from '../platform/say.js';
import type { AssignmentFacts } from './assignment.presenter.js';
import { latestDueDate, usualDueDate } from './assigning/due-date.js';
import type { EndEffect } from './changing/changing.queries.js';
import { mayUndo } from './messages/undo-day.js';
import { extensionsPath, nudgesPath, undoingsPath, withdrawalsPath } from './paths.js';

/** What a manager can do with the assignment as a whole, or with chosen people; null for those who may only look. */
export function presentActions(facts: AssignmentFacts, wrong: Record<string, string | null>, today: IsoDate) {
  const { assignment, acts, everybody, effect, formToken, now } = facts;
  if (acts.size === 0) return null;
  const { id, madeAt, dueOn } = assignment;
  const open = assignment.asked - assignment.finished;
  const from = dueOn > today ? dueOn : today;
  return {
    formToken,
    nudgesPath: nudgesPath(id),
    extensionsPath: extensionsPath(id),
    nudgeAll:
      open > 0 && everybody ? t('Nudge {n, plural, one {the one} other {all #}} still to do', { n: open }) : null,
    open: open > 0,
    extend: {
      value: usualDueDate(from),
      min: addDays(from, 1),
      max: latestDueDate(today),
      hint: t('Later than {day}. Everybody still to do gets it.', { day: sayDate(from, today) }),
      open: wrong.dueOn != null,
    },
    extendAll: effect !== null,
    undo: effect && mayUndo(madeAt, now) ? presentUndo(effect, id, madeAt) : null,
    withdraw: effect && { action: withdrawalsPath(id), what: sayEffect(effect), open: wrong.reason != null },
  };
}

function presentUndo(effect: EndEffect, id: number, madeAt: Date) {
  const until = sayTime(endOfLondonDay(londonDate(madeAt)));
  return {
    action: undoingsPath(id),
    until: t('Until {time} tonight you can undo it, as if it had never been.', { time: until }),
    what: [...sayEffect(effect), t('Messages that have not gone out are not sent.')],
  };
}

function sayEffect({ freed, kept, finished }: EndEffect): string[] {
  return [
    t('{n, plural, =0 {It leaves nobody’s list} one {It leaves # person’s list} other {It leaves # people’s lists}}.', {
      n: freed,
    }),
    ...(kept > 0
      ? [
          t(
            '{n, plural, one {# person keeps it, because somebody else asked too} other {# people keep it, because somebody else asked too}}.',
            { n: kept },
          ),
        ]
      : []),
    ...(finished > 0
      ? [
          t(
            '{n, plural, one {# person has finished; that stays in their record} other {# people have finished; that stays in their records}}.',
            { n: finished },
          ),
        ]
      : []),
  ];
}
