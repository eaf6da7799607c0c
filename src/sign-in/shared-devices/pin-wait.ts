/** Wrong PINs of one person on one device since the last right one. A try under way counts as wrong until it is right. */
export interface PinTries {
  wrong: number;
  /** Since the last of them, in real time. */
  secondsAgo: number;
  /** Of this person on all devices in the last day, those that are none any more among them. */
  everywhere: number;
}

const FREE = 3;
const FIRST_WAIT = 15;
const MOST = 8;
/** Whoever enrols one browser after another would else have eight more tries each time. */
const MOST_EVERYWHERE = 24;

export type PinWait = { kind: 'now' } | { kind: 'wait'; seconds: number } | { kind: 'blocked' };

/**
 * Three tries are free, then the wait doubles: 15, 30, 60 … seconds. After eight the PIN is blocked on this device until
 * its owner signs in there with their password or chooses another PIN. Eight of some 890,000 are one in 110,000, on each
 * of the few devices of a unit; nobody elsewhere can use them up. Over all devices it is 24 a day, so that enrolling new ones
 * gives nobody more.
 */
export function pinWait({ wrong, secondsAgo, everywhere }: PinTries): PinWait {
  if (wrong >= MOST || everywhere >= MOST_EVERYWHERE) return { kind: 'blocked' };
  if (wrong < FREE) return { kind: 'now' };
  const seconds = Math.ceil(FIRST_WAIT * 2 ** (wrong - FREE) - Math.max(0, secondsAgo));
  return seconds > 0 ? { kind: 'wait', seconds } : { kind: 'now' };
}
