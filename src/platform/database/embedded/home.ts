import { createHash } from 'node:crypto';
import { access, chmod, constants, mkdir, realpath, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseTrouble } from '../trouble.js';
import { databaseUser, type DatabaseUser } from './database-user.js';
import { stopLeftBehind } from './processes.js';
import { run } from './run.js';

/** Where a data folder's database lives, and who runs it. */
export interface Home {
  /** The data folder, as an absolute path. */
  dataDir: string;
  /** PostgreSQL's own folder. */
  folder: string;
  /** Null: the one we run as ourselves. */
  user: DatabaseUser | null;
}

/**
 * The database lives in the data folder. When we are root and the database's user cannot get there (a clone below a
 * home of mode 0700), it lives below /var/lib instead, under a name derived from the data folder's path.
 */
export async function findHome(asked: string, say: (line: string) => void): Promise<Home> {
  const dataDir = await makeDataDir(asked);
  const inside = join(dataDir, 'postgres');
  const user = await databaseUser(inside);
  if (!user || (await canEnter(user, dataDir))) return { dataDir, folder: inside, user };
  if (await exists(inside)) throw new DatabaseTrouble(unreachable(user, inside));
  const folder = join(elsewhere(dataDir), 'postgres');
  await moveIn(dataDir, folder, say);
  say(`The database user cannot reach ${dataDir}, so the database is kept in ${folder}.`);
  return { dataDir, folder, user };
}

/** @example elsewhere('/root/cxu/.data') // '/var/lib/cx-university/root-cxu-data-5b1f0c2e' */
export function elsewhere(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 8);
  const words = dataDir
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(-60)
    .replace(/^-|-$/g, '');
  return `/var/lib/cx-university/${words}-${hash}`;
}

async function makeDataDir(asked: string): Promise<string> {
  try {
    await mkdir(asked, { recursive: true });
    await access(asked, constants.W_OK);
    return await realpath(asked);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new DatabaseTrouble(`Cannot write in ${asked} (${reason}). Set CXU_DATA to a folder of yours.`);
  }
}

/** A note in the data folder says where its database is. Without the note, what lies there is of a deleted folder. */
async function moveIn(dataDir: string, folder: string, say: (line: string) => void): Promise<void> {
  const note = join(dataDir, 'database-is-elsewhere.txt');
  if (!(await exists(note)) && (await exists(folder))) {
    say(`Removing ${folder}: it belonged to an earlier data folder of this name.`);
    await stopLeftBehind(folder);
    await rm(folder, { recursive: true });
  }
  for (const path of [dirname(dirname(folder)), dirname(folder)]) {
    await mkdir(path, { recursive: true });
    await chmod(path, 0o755);
  }
  await writeFile(note, `${folder}\n`);
}

async function canEnter(user: DatabaseUser, path: string): Promise<boolean> {
  return (await run('/bin/sh', ['-c', '[ -x "$0" ]', path], user)).done;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function unreachable(user: DatabaseUser, folder: string): string {
  return (
    `The database in ${folder} belongs to ${user.name}, who cannot reach it any more. ` +
    'Let others pass through the folders above it (chmod o+x), or set CXU_DATA to another folder.'
  );
}
