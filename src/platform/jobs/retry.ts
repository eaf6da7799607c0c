/** A job that failed this often is parked until an administrator looks at it. */
export const MAX_TRIES = 8;

/** Seconds to wait before try number `tries + 1`: 5, 10, 20, … up to ten minutes. */
export function backOffSeconds(tries: number): number {
  return Math.min(600, 5 * 2 ** (tries - 1));
}
