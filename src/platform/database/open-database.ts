/**
 * Where the product's database comes from: the server named by DATABASE_URL, or a PostgreSQL of our own in the data
 * folder. Everything after this call sees only an address.
 */
import pg from 'pg';
import { openEmbedded } from './embedded/embedded.js';
import type { Role } from './embedded/presence.js';
import { DatabaseTrouble } from './trouble.js';

export interface OpenDatabase {
  url: string;
  /** Whether stop() may stop the database server: only one of our own that nobody else uses. */
  owned: boolean;
  stop(): Promise<void>;
}

/**
 * A database that answers. A `server` is alone on its data folder; a `visitor` (the command line) uses the running
 * server's database when there is one.
 *
 * @throws DatabaseTrouble with a sentence for the person who started us.
 */
export async function openDatabase(
  where: { dataDir: string; databaseUrl: string | null },
  say: (line: string) => void,
  role: Role,
): Promise<OpenDatabase> {
  if (!where.databaseUrl) return openEmbedded(where.dataDir, say, role);
  await checkAnswers(where.databaseUrl);
  return { url: where.databaseUrl, owned: false, stop: async () => undefined };
}

async function checkAnswers(url: string): Promise<void> {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new DatabaseTrouble('DATABASE_URL must look like postgres://user:password@host:5432/database.');
  }
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.query('select 1');
  } catch (error) {
    throw new DatabaseTrouble(`The database at ${nameOf(url)} does not answer: ${reason(error)}. Check DATABASE_URL.`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Host and database, never the password. */
function nameOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reason(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  return (message || code || 'no reason given').replace(/\.$/, '');
}
