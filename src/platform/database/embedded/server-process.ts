import { spawnSync } from 'node:child_process';
import { open, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseTrouble } from '../trouble.js';
import type { Binaries } from './binaries.js';
import type { Home } from './home.js';
import { logEssence } from './log-essence.js';
import { readPidFile } from './pid-file.js';
import { isServerOf } from './processes.js';
import { as, run } from './run.js';
import { serverOptions, type Settings } from './settings.js';

const LONGEST_RECOVERY_SECONDS = '180';
const LARGEST_LOG_BYTES = 5_000_000;

export interface Server {
  port: number;
}

/** The server started on this folder cannot be had just now; looking again in a moment will tell more. */
export class Gone extends Error {}

/** A server that runs on this folder, perhaps one that outlived the process that started it. */
export async function findServer({ folder }: Home, say: (line: string) => void): Promise<Server | null> {
  const file = join(folder, 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const found = readPidFile(text);
  if (found && found.folder === folder && (await isServerOf(found.pid, folder))) return { port: found.port };
  say('Clearing away the mark of a database server that no longer runs.');
  await rm(file, { force: true });
  return null;
}

/** @throws Gone when another start was quicker or a neighbour took the port; DatabaseTrouble otherwise. */
export async function startServer(home: Home, { pgCtl }: Binaries, settings: Settings): Promise<Server> {
  const port = await freePort();
  const log = join(home.folder, 'server.log');
  const from = await logSize(log);
  const options = ['-D', home.folder, '-l', log, '-o', serverOptions(port, settings)];
  const { done, output } = await run(pgCtl, ['start', '-w', '-t', LONGEST_RECOVERY_SECONDS, ...options], home.user);
  if (done) return { port };
  const complaint = await readFrom(log, from);
  if (/lock file|could not bind|in use/i.test(complaint)) throw new Gone(complaint);
  throw new DatabaseTrouble(`The database did not start: ${logEssence(complaint || output)}`);
}

/** Lets the server finish what it does, then ends it. */
export async function stopServer(home: Home, { pgCtl }: Binaries): Promise<void> {
  await run(pgCtl, ['stop', '-w', '-m', 'fast', '-D', home.folder], home.user);
}

/** For the moment in which a process ends and may not wait any more. */
export function stopServerNow(home: Home, { pgCtl }: Binaries): void {
  spawnSync(pgCtl, ['stop', '-W', '-m', 'fast', '-D', home.folder], { ...as(home.user), stdio: 'ignore' });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function logSize(log: string): Promise<number> {
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size <= LARGEST_LOG_BYTES) return size;
  await rm(log);
  return 0;
}

async function readFrom(log: string, start: number): Promise<string> {
  const file = await open(log).catch(() => null);
  if (!file) return '';
  let text = '';
  for await (const chunk of file.createReadStream({ start, encoding: 'utf8' })) text += chunk;
  return text;
}
