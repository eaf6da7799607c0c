import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseTrouble } from '../trouble.js';

/** How to sign in to the database. Kept in PostgreSQL's own folder, in a file that only its owner may read. */
export interface Credentials {
  user: string;
  password: string;
}

export function newCredentials(): Credentials {
  return { user: 'cxu', password: randomBytes(24).toString('hex') };
}

/** Over TCP, which every client can do. */
export function connectionUrl({ user, password }: Credentials, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}

export async function writeCredentials(folder: string, credentials: Credentials): Promise<void> {
  await writeFile(fileIn(folder), `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600 });
}

export async function readCredentials(folder: string): Promise<Credentials> {
  try {
    return JSON.parse(await readFile(fileIn(folder), 'utf8')) as Credentials;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'it is damaged';
    throw new DatabaseTrouble(
      `${fileIn(folder)} holds the database's password and cannot be read (${reason}). ` +
        'Start as its owner, put it back, or set CXU_DATA to another folder.',
    );
  }
}

function fileIn(folder: string): string {
  return join(folder, 'connection.json');
}
