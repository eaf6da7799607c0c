/** How often one account may ask. */
export const REQUESTS_A_MINUTE = 120;

/** Seconds until the minute is over, at least one. */
export function secondsLeft(minute: Date, now: Date): number {
  return Math.max(1, Math.ceil((minute.getTime() + 60_000 - now.getTime()) / 1000));
}
