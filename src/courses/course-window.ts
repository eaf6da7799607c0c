import type { IsoDate } from '../platform/dates.js';
import { t } from '../platform/language/t.js';
import { sayDate } from '../platform/say.js';

/** The days on which a course may be started, both included; `closesOn` null for no end. */
export interface CourseWindow {
  opensOn: IsoDate;
  closesOn: IsoDate | null;
}

/** Whether somebody may start a course: a course without a window is always open. */
export function isOpen(window: CourseWindow | null, today: IsoDate): boolean {
  if (window === null) return true;
  return window.opensOn <= today && (window.closesOn === null || today <= window.closesOn);
}

/** What to say to somebody whom the window keeps out today. */
export function sayClosed({ opensOn }: CourseWindow, today: IsoDate): string {
  return opensOn > today
    ? t('This opens on {day}. Come back then.', { day: sayDate(opensOn, today) })
    : t('This has closed to new starters.');
}
