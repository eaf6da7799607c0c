import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EMBEDDED = new URL('../../dist/platform/database/embedded/', import.meta.url);
const FOLDER = /^cxu-tests-(\d+)$/;

/** The database server of a test run: DATABASE_URL when given, otherwise one of its own in a temporary folder. */
export default async function setUp() {
  process.env.CXU_TEST_SERVER = process.env.DATABASE_URL || (await startServer());
}

async function startServer() {
  if (!existsSync(EMBEDDED)) throw new Error('Run `npm run build` once before the specs, or set DATABASE_URL.');
  const { openEmbedded } = await import(new URL('embedded.js', EMBEDDED));
  const { TEST_SETTINGS } = await import(new URL('settings.js', EMBEDDED));
  const { isAlive } = await import(new URL('processes.js', EMBEDDED));
  const open = (folder) => openEmbedded(folder, () => undefined, 'visitor', TEST_SETTINGS);
  await clearKilledRuns(open, isAlive);
  const folder = join(tmpdir(), `cxu-tests-${process.pid}`);
  await mkdir(folder, { mode: 0o755 });
  const server = await open(folder);
  globalThis.stopTestServer = () => server.stop().then(() => rm(folder, { recursive: true }));
  return server.url;
}

/** A run that was killed left its server behind: going in and out again as its last visitor stops it. */
async function clearKilledRuns(open, isAlive) {
  for (const name of await readdir(tmpdir())) {
    const pid = FOLDER.exec(name)?.[1];
    if (!pid || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    await open(folder).then(
      (server) => server.stop(),
      () => undefined,
    );
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
