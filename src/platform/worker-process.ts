import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { deathsInARow, restartMs } from './restart.js';
import { root } from './root.js';

export interface WorkerProcess {
  /** Null while it waits to be started again. */
  readonly pid: number | null;
  /** Lets the running job finish; ends the process when it takes longer than twenty seconds. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 20_000;

/** Runs worker.ts as a child and starts it again when it dies; its jobs are handed on by their lease. */
export function startWorker(databaseUrl: string, script = join(root, 'dist/worker.js')): WorkerProcess {
  let child: ChildProcess | null = null;
  let restart: NodeJS.Timeout | undefined;
  let stopping = false;
  let deaths = 0;
  const start = () => {
    const born = Date.now();
    child = fork(script, { env: { ...process.env, DATABASE_URL: databaseUrl } });
    child.once('exit', () => {
      child = null;
      deaths = deathsInARow(deaths, Date.now() - born);
      if (!stopping) restart = setTimeout(start, restartMs(deaths)).unref();
    });
  };
  start();
  return {
    get pid() {
      return child?.pid ?? null;
    },
    stop: async () => {
      stopping = true;
      clearTimeout(restart);
      if (child !== null) await ended(child);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
