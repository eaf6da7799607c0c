import { addDays, type IsoDate, londonDate } from '../../platform/dates.js';
import { t } from '../../platform/language/t.js';
import { sayDate, sayNumber } from '../../platform/say.js';
import { remindersAfter, tellsManager } from '../messages/ladder.js';
import { tellAt } from '../messages/undo-day.js';
import type { Audience } from './audience.js';

/** One day on which messages about an assignment go out. */
export interface MessageDay {
  on: IsoDate;
  kind: 'asked' | 'reminder' | 'dueToday' | 'late';
}

/** The days on which somebody hears of it who never gets it done; who finishes hears no more. */
export function messageDays(madeAt: Date, dueOn: IsoDate): MessageDay[] {
  const toldOn = londonDate(tellAt(madeAt, dueOn));
  const reminders = remindersAfter(dueOn, toldOn).map(({ step, on }): MessageDay => ({
    on,
    kind: tellsManager(step) ? 'late' : step === 0 ? 'dueToday' : 'reminder',
  }));
  return [{ on: toldOn, kind: 'asked' }, ...reminders];
}

export function presentMessages({ willBeAsked }: Audience, dueOn: IsoDate, now: Date, today: IsoDate): string[] | null {
  if (willBeAsked === 0) return null;
  return messageDays(now, dueOn).map(({ on, kind }) => {
    const values = { day: sayDay(on, today), n: willBeAsked, count: sayNumber(willBeAsked) };
    switch (kind) {
      case 'asked':
        return t(
          '{day}: {n, plural, one {# message, with your name and reason} other {# messages, with your name and reason}}',
          values,
        );
      case 'reminder':
        return t('{day}: a reminder for up to {count}', values);
      case 'dueToday':
        return t('{day}: “due today” for up to {count}', values);
      case 'late':
        return t('{day}: a last reminder for up to {count}, and you hear who is left', values);
    }
  });
}

function sayDay(on: IsoDate, today: IsoDate): string {
  if (on === today) return t('Today');
  return on === addDays(today, 1) ? t('Tomorrow') : sayDate(on, today);
}
