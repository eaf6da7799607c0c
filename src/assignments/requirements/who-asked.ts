import { sayMaker } from '../../network/cover/say-cover.js';
import type { Role } from '../../platform/actor.js';
import { t } from '../../platform/language/t.js';

/** Somebody who asked, as the one who was asked knows them. */
export interface Asker {
  by: string;
  /** The manager for whom they covered; null or missing in their own right. */
  byFor?: string | null;
  /** What they were when they asked; null when they hold no post any more. */
  role: Role | null;
}

/** 'Dawn Mercer, your area manager, asked you: “So that nobody is sent elsewhere.”' */
export function sayWhy(reason: Asker & { reason: string }): string {
  const { reason: words } = reason;
  const by = sayMaker(reason.by, reason.byFor ?? null);
  switch (reason.role) {
    case 'areaManager':
      return t('{by}, your area manager, asked you: “{words}”', { by, words });
    case 'regionalManager':
      return t('{by}, your regional manager, asked you: “{words}”', { by, words });
    case 'postmaster':
      return t('{by}, your postmaster, asked you: “{words}”', { by, words });
    case 'departmentManager':
      return t('{by}, your manager, asked you: “{words}”', { by, words });
    case 'author':
    case 'analyst':
    case 'administrator':
      return t('{by} of the customer experience team asked you: “{words}”', { by, words });
    default:
      return t('{by} asked you: “{words}”', { by, words });
  }
}

/** Everybody who asked, a sentence each; null when nobody did. */
export function sayWhys(reasons: readonly (Asker & { reason: string })[]): string | null {
  return reasons.length > 0 ? reasons.map(sayWhy).join(' ') : null;
}
