import type { Log } from '../log.js';
import type { Relay } from './relay.js';

const PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5_000;
const SCHEDULES_MS = 30_000;

/**
 * Runs jobs and fires schedules until `goOn` says no; the job under way is finished first. A database that is away is
 * waited for: its jobs are rows, and they are there when it is back.
 */
export async function work(relay: Relay, log: Log, goOn: () => boolean): Promise<void> {
  for (let failures = 0; goOn(); await pause(failures)) {
    failures = await turn(relay, goOn).then(
      () => 0,
      (error: unknown) => told(log, error, failures + 1),
    );
  }
}

/** A long queue does not hold back the schedules. */
async function turn(relay: Relay, goOn: () => boolean): Promise<void> {
  const until = Date.now() + SCHEDULES_MS;
  await relay.fireSchedules();
  while (goOn() && Date.now() < until) {
    await relay.drain(() => goOn() && Date.now() < until);
    await pause(0);
  }
}

/** Said once, however long it lasts. */
function told(log: Log, error: unknown, failures: number): number {
  if (failures === 1) log.error({ err: error }, 'Jobs cannot be had; trying again until they can');
  return failures;
}

/** Short enough for whoever stops us to wait for. */
function pause(failures: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** failures)));
}
