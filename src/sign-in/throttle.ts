import { t } from '../platform/language/t.js';

/** Failed tries so far, in real time. A try that is still being checked counts as failed until it turns out right. */
export interface Failures {
  /** Of this account from this address, or from this known device, in the last hour. */
  ofAccount: number;
  lastOfAccount: Date | null;
  /** Of all accounts from this address in the last ten minutes. */
  ofAddress: number;
}

const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 900;

/** A whole network may sit behind one address, so only a flood is stopped there. */
const FLOOD = 300;
const FLOOD_WAIT_SECONDS = 60;

/**
 * Seconds until the next try is allowed; 0 is now. Five tries are free, then the wait doubles: 2, 4, 8 ... up to 15
 * minutes after the last failure. A known device answers only for its own failures.
 */
export function waitSeconds(failures: Failures, knownDevice: boolean, now: Date): number {
  if (!knownDevice && failures.ofAddress > FLOOD) return FLOOD_WAIT_SECONDS;
  if (failures.lastOfAccount === null || failures.ofAccount < FREE_TRIES) return 0;
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** (failures.ofAccount - FREE_TRIES), LONGEST_WAIT_SECONDS);
  const passed = (now.getTime() - failures.lastOfAccount.getTime()) / 1000;
  return Math.max(0, Math.ceil(wait - passed));
}

/** 'Too many tries in a row. Wait 8 seconds, then try again.' */
export function sayTooMany(seconds: number): string {
  if (seconds < 60) {
    return t(
      '{n, plural, one {Too many tries in a row. Wait # second, then try again.} other {Too many tries in a row. Wait # seconds, then try again.}}',
      { n: seconds },
    );
  }
  return t(
    '{n, plural, one {Too many tries in a row. Wait # minute, then try again.} other {Too many tries in a row. Wait # minutes, then try again.}}',
    { n: Math.ceil(seconds / 60) },
  );
}
