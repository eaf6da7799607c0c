/** How long somebody may be idle on a shared device (product/people.md, "Shared counter PC"). Real time, in seconds. */

/** The warning comes this long before the lock: time to hear it and to press a key (WCAG 2.2.1 asks for 20 seconds). */
export const WARNING_LASTS = 25;

export const LOCKS_AFTER = 120;
export const WARNS_AFTER = LOCKS_AFTER - WARNING_LASTS;

/** A key pressed in the last second still has its way to go; so the server waits this much longer than the page. */
export const GRACE = 10;

/** Nothing is answered to a session that has been idle for so long, whatever its browser shows. */
export const ENDS_AFTER = LOCKS_AFTER + GRACE;

export type IdleState = 'atWork' | 'warned' | 'grace' | 'locked';

/** What has become of somebody who did nothing for `seconds`. A clock that went backwards is no time at all. */
export function idleState(seconds: number): IdleState {
  if (!(seconds <= ENDS_AFTER)) return 'locked';
  if (seconds > LOCKS_AFTER) return 'grace';
  return seconds > WARNS_AFTER ? 'warned' : 'atWork';
}

/**
 * How long ago a page says that somebody last did something. What cannot be read counts as nothing done since the last
 * word of it; a page cannot ask for time to come.
 */
export function saidIdle(said: unknown): number {
  const seconds = typeof said === 'string' && /^\d{1,6}$/.test(said) ? Number(said) : ENDS_AFTER;
  return Math.min(seconds, ENDS_AFTER);
}
