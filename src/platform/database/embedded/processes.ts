import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPidFile } from './pid-file.js';
import { run } from './run.js';

/** A process of another user is alive too: EPERM says so. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether this process is the PostgreSQL of this folder, and not a stranger who was given a dead server's number. */
export async function isServerOf(pid: number, folder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const command = await commandOf(pid);
  return command === null || (command.includes('postgres') && command.includes(folder));
}

async function commandOf(pid: number): Promise<string | null> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  if (process.platform === 'win32') return null;
  const { done, output } = await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)], null);
  return done ? output : '';
}

/** Stops a server whose data folder is gone. */
export async function stopLeftBehind(folder: string): Promise<void> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const server = readPidFile(text);
  if (!server || !(await isServerOf(server.pid, folder))) return;
  process.kill(server.pid, 'SIGQUIT');
  for (let tries = 0; tries < 200 && isAlive(server.pid); tries++) await wait(50);
}
