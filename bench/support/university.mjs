import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { parentOf } from './cpu.mjs';
import { freePort, startNode } from './process.mjs';

const DIST = new URL('../../dist/', import.meta.url);

/**
 * The product on a database of its own with the demo network, as `npm start` runs it: web process with its worker, and
 * PostgreSQL.
 * @param fill what goes into the database instead of the demo, before the server starts; gets its address
 * @param filled the address of a database that holds it already, which is left as it is
 * @param now ISO time at which the product's clock stands then
 * @returns {Promise<{url: string, databaseUrl: string, sides: {web: number, database: number}, stop(): Promise<void>}>}
 */
export async function startUniversity({ fill = null, filled = null, now = '' } = {}) {
  const data = mkdtempSync(join(tmpdir(), 'cxu-bench-'));
  chmodSync(data, 0o755);
  const port = await freePort();
  const env = { PORT: String(port), CXU_DATA: data, CXU_DEMO: fill || filled ? '0' : '1', CXU_LOG: 'warn' };
  const database = await openDatabase({ ...env, DATABASE_URL: filled ?? '' });
  if (!filled) await fill?.(database.url);
  const server = await startNode(fileURLToPath(new URL('main.js', DIST)), {
    env: { ...env, DATABASE_URL: database.url, REDIS_URL: '', SMTP_URL: '', CXU_NOW: now },
    ready: 'CX University is ready at',
  });
  const databasePid = await postmaster(database.url);
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: database.url,
    sides: { web: server.pid, database: databasePid },
    stop: async () => {
      await server.stop();
      await database.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The product's own database alone, empty. */
export async function startDatabase() {
  const data = mkdtempSync(join(tmpdir(), 'cxu-bench-'));
  chmodSync(data, 0o755);
  const database = await openDatabase({ CXU_DATA: data, CXU_DEMO: '0', CXU_LOG: 'warn', DATABASE_URL: '' });
  return {
    url: database.url,
    stop: async () => {
      await database.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function openDatabase(env) {
  const { readConfig } = await import(new URL('platform/config.js', DIST));
  const { openDatabase: open } = await import(new URL('platform/database/open-database.js', DIST));
  return open(readConfig(env), () => undefined, 'server');
}

async function postmaster(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('select pg_backend_pid() as pid');
  const pid = parentOf(rows[0].pid);
  await client.end();
  return pid;
}
