/** A job that failed this often is parked until an administrator looks at it. */
export const MAX_TRIES = 8;

/** How often a job was begun, and how many of those beginnings ended only because a worker was told to stop. */
interface Tries {
  tries: number;
  handBacks: number;
}

export const isLastTry = ({ tries, handBacks }: Tries): boolean => tries - handBacks >= MAX_TRIES;

export const isTooManyTries = ({ tries, handBacks }: Tries): boolean => tries - handBacks > MAX_TRIES;

/** Seconds to wait before try number `tries + 1`: 5, 10, 20, … up to ten minutes. */
export function backOffSeconds(tries: number): number {
  return Math.min(600, 5 * 2 ** (tries - 1));
}
