import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.js';

export interface WorkerProcess {
  /** Lets the running job finish; ends the process when it takes longer than ten seconds. */
  stop(): Promise<void>;
}

const RESTART_MS = 2_000;
const PATIENCE_MS = 10_000;

/** Runs worker.ts as a child and starts it again when it dies; its jobs are handed on by their lease. */
export function startWorker(databaseUrl: string): WorkerProcess {
  let child: ChildProcess;
  let stopping = false;
  const start = () => {
    child = fork(join(root, 'dist/worker.js'), { env: { ...process.env, DATABASE_URL: databaseUrl } });
    child.once('exit', () => {
      if (!stopping) setTimeout(start, RESTART_MS).unref();
    });
  };
  start();
  return {
    stop: () => {
      stopping = true;
      return ended(child);
    },
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
    child.once('exit', () => {
      clearTimeout(impatient);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
