const FIRST_MS = 2_000;
const LONGEST_MS = 60_000;
const STEADY_MS = 60_000;

/** How many times in a row a process died young, counted anew once one lived for a minute. */
export function deathsInARow(before: number, livedMs: number): number {
  return livedMs >= STEADY_MS ? 1 : before + 1;
}

/** Milliseconds to wait before starting it again: 2, 4, 8 seconds, up to a minute, so that it never spins. */
export function restartMs(deaths: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** (deaths - 1));
}
