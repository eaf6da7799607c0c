import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../log.js';

const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Takes one turn after the other until it is told to stop; the turn under way is finished first. A database that is away
 * is waited for: its jobs are rows, and they are there when it is back.
 */
export async function takeTurns(turn: () => Promise<void>, told: AbortSignal, log: Log): Promise<void> {
  for (let failures = 0; !told.aborted; await pause(failures, told)) {
    failures = await turn().then(
      () => 0,
      (error: unknown) => saidOnce(log, error, failures + 1),
    );
  }
}

/** However long it lasts. */
function saidOnce(log: Log, error: unknown, failures: number): number {
  if (failures === 1) log.error({ err: error }, 'Jobs cannot be had; trying again until they can');
  return failures;
}

function pause(failures: number, told: AbortSignal): Promise<void> {
  const ms = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures);
  return wait(ms, undefined, { signal: told }).catch(() => undefined);
}

/** Resolves when the work is done or the time is up, whichever comes first. */
export async function within(ms: number, work: Promise<unknown>): Promise<void> {
  const late = new AbortController();
  const timeIsUp = wait(ms, undefined, { signal: late.signal }).catch(() => undefined);
  await Promise.race([work.catch(() => undefined), timeIsUp]);
  late.abort();
}
