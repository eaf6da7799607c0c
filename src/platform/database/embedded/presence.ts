/**
 * Who uses the embedded database just now, told by locks that end with the process that holds them, however it ends.
 * A server holds SERVER alone: a second one on the same data folder is turned away. Everybody shares PRESENT: whoever
 * leaves and can then have it alone was the last, and turns off the light.
 */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { DatabaseTrouble } from '../trouble.js';
import { Gone } from './server-process.js';

const SERVER = 4_720_260_212;
const PRESENT = 4_720_260_213;

export type Role = 'server' | 'visitor';

export interface Presence {
  /** Nobody else was there when we came. */
  alone: boolean;
  /** True when nobody is left: then the server is ours to stop. */
  leave(): Promise<boolean>;
}

/** @throws Gone when the server is starting or stopping; DatabaseTrouble when the place is taken. */
export async function enter(url: string, role: Role, dataDir: string): Promise<Presence> {
  let client = await signIn(url, role, dataDir);
  let leaving = false;
  const comeBack = async () => {
    for (let tries = 0; tries < 60 && !leaving; tries++) {
      await wait(1000, undefined, { ref: false });
      const again = await signIn(url, role, dataDir).catch(() => null);
      if (again) return void (client = again.on('error', () => void comeBack()));
    }
  };
  client.on('error', () => void comeBack());
  const alone = await nobodyElse(client);
  return {
    alone,
    leave: async () => {
      leaving = true;
      return letGo(client);
    },
  };
}

async function signIn(url: string, role: Role, dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: `cxu ${role} ${process.pid}` });
  client.on('error', () => undefined);
  try {
    await client.connect();
    if (role === 'server') await claim(client, dataDir);
    await client.query('select pg_advisory_lock_shared($1)', [PRESENT]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw isPassing(error) ? new Gone('', { cause: error }) : error;
  }
}

/** A process that was killed a moment ago may hold its lock for an instant longer. */
async function claim(client: pg.Client, dataDir: string): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const { rows } = await client.query<{ ours: boolean }>('select pg_try_advisory_lock($1) ours', [SERVER]);
    if (rows[0]?.ours) return;
    await wait(100);
  }
  const { rows } = await client.query<{ name: string }>(
    "select application_name as name from pg_stat_activity where application_name like 'cxu server %'",
  );
  const other = rows.map(({ name }) => name.split(' ')[2]).find((pid) => pid !== String(process.pid));
  throw new DatabaseTrouble(
    `CX University already runs on the data folder ${dataDir} (process ${other ?? 'unknown'}). ` +
      'Stop that one first, or give this one a CXU_DATA and a PORT of its own.',
  );
}

async function nobodyElse(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(
    "select from pg_stat_activity where application_name like 'cxu %' and pid <> pg_backend_pid()",
  );
  return rowCount === 0;
}

/** Keeps the connection when we were the last, so that nobody comes in while the server stops. */
async function letGo(client: pg.Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [PRESENT]);
    const { rows } = await client.query<{ last: boolean }>('select pg_try_advisory_lock($1) last', [PRESENT]);
    if (!rows[0]?.last) await client.end();
    return rows[0]?.last === true;
  } catch {
    return true;
  }
}

/** Starting up, recovering, shutting down, or gone between two looks. */
function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return ['57P01', '57P02', '57P03', 'ECONNREFUSED', 'ECONNRESET'].includes(code) || /terminated/.test(message);
}
