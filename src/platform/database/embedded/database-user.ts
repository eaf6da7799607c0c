import { stat } from 'node:fs/promises';
import { DatabaseTrouble } from '../trouble.js';
import { run } from './run.js';

/** Who PostgreSQL runs as when we are root, which it refuses to be. */
export interface DatabaseUser {
  name: string;
  uid: number;
  gid: number;
}

const ME_AS_ROOT = null;

/** Null when we are an ordinary user: then the database is us. A database made earlier keeps its owner. */
export async function databaseUser(folder: string): Promise<DatabaseUser | null> {
  if (process.getuid?.() !== 0) return null;
  return (await ownerOf(folder)) ?? (await lookUp('postgres')) ?? (await addUser());
}

async function ownerOf(folder: string): Promise<DatabaseUser | null> {
  const found = await stat(folder).catch(() => null);
  return found && found.uid !== 0 ? { name: `user ${found.uid}`, uid: found.uid, gid: found.gid } : null;
}

async function lookUp(name: string): Promise<DatabaseUser | null> {
  const [uid, gid] = await Promise.all([run('id', ['-u', name], ME_AS_ROOT), run('id', ['-g', name], ME_AS_ROOT)]);
  return uid.done && gid.done ? { name, uid: Number(uid.output), gid: Number(gid.output) } : null;
}

async function addUser(): Promise<DatabaseUser> {
  const debian = await run('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], ME_AS_ROOT);
  if (!debian.done) await run('adduser', ['-S', '-D', '-H', 'postgres'], ME_AS_ROOT);
  const user = await lookUp('postgres');
  if (user) return user;
  throw new DatabaseTrouble(
    'PostgreSQL does not run as root, and a user "postgres" could not be added. ' +
      'Start as an ordinary user, or set DATABASE_URL to a PostgreSQL 18 server.',
  );
}
