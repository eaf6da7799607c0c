import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { Running } from './process.js';

const ADDRESS = /postgres:\/\/\S+/;
const asRoot = process.getuid?.() === 0;
let folder: string;
let running: Running[];

/** Opens the database of a data folder in a process of its own. */
function hold(dataDir: string, role: 'server' | 'visitor' = 'server'): Running {
  const holder = Running.node(['test/start/holder.mjs', dataDir, role]);
  running.push(holder);
  return holder;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const serverIsUp = (dataDir: string) =>
  stat(join(dataDir, 'postgres', 'postmaster.pid')).then(
    () => true,
    () => false,
  );

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cxu-start-'));
  await chmod(folder, 0o755);
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((holder) => holder.kill('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('keeps its rows from one start to the next, and stops with us', async () => {
    const first = hold(folder);
    await query(await first.says(ADDRESS), 'create table tea as select 1 as cups');
    expect(await first.kill('SIGTERM')).toBe(0);
    expect(await serverIsUp(folder)).toBe(false);
    expect(await query(await hold(folder).says(ADDRESS), 'select cups from tea')).toEqual([{ cups: 1 }]);
  });

  it('speaks UTF-8 and sorts the same on every machine, and listens to this machine only', async () => {
    const url = await hold(folder).says(ADDRESS);
    const [row] = await query(
      url,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale,
         current_setting('listen_addresses') as listens, current_setting('synchronous_commit') as commits
       from pg_database where datname = current_database()`,
    );
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', listens: '127.0.0.1', commits: 'on' });
  });

  it('shows its password to nobody else', async () => {
    await hold(folder).says(ADDRESS);
    expect((await stat(join(folder, 'postgres', 'connection.json'))).mode & 0o777).toBe(0o600);
  });

  it('finds its server again after kill -9, with every committed row', async () => {
    const first = hold(folder);
    const url = await first.says(ADDRESS);
    await query(url, 'create table tea as select 2 as cups');
    await first.kill('SIGKILL');
    const second = hold(folder);
    expect(await second.says(ADDRESS)).toBe(url);
    expect(second.output).toContain('Found the database of a run that was cut short');
    expect(await query(url, 'select cups from tea')).toEqual([{ cups: 2 }]);
  });

  it('recovers when the database itself was killed', async () => {
    const first = hold(folder);
    await query(await first.says(ADDRESS), 'create table tea as select 3 as cups');
    const [pid] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
    await first.kill('SIGKILL');
    process.kill(Number(pid), 'SIGKILL');
    expect(await query(await hold(folder).says(ADDRESS), 'select cups from tea')).toEqual([{ cups: 3 }]);
  });

  it('is not fooled by a number that now belongs to another process', async () => {
    await (await settled(hold(folder))).kill('SIGTERM');
    const mark = `${process.pid}\n${folder}/postgres\n1\n5432\n\n127.0.0.1\n\nready\n`;
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), mark);
    const second = hold(folder);
    await second.says(ADDRESS);
    expect(second.output).toContain('no longer runs');
  });

  it('does not take the server of the folder it was copied from', async () => {
    const original = join(folder, 'original');
    const copy = join(folder, 'copy');
    const first = await hold(original).says(ADDRESS);
    await query(first, 'checkpoint');
    const filter = (path: string) => !path.includes('.s.PGSQL.');
    await cp(original, copy, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true, filter });
    await own(join(copy, 'postgres'), join(original, 'postgres'));
    expect(await hold(copy).says(ADDRESS)).not.toBe(first);
  });

  it('turns a second server on the same folder away, in words', async () => {
    const first = await settled(hold(folder));
    const second = hold(folder);
    expect(await second.ended).toBe(1);
    expect(second.output).toContain(`already runs on the data folder ${folder} (process ${first.child.pid})`);
    expect(second.output).toContain('a CXU_DATA and a PORT of its own');
  });

  it('lets one of two first starts win', async () => {
    const both = [hold(folder), hold(folder)];
    const turnedAway = await Promise.race(both.map((holder) => holder.ended.then(() => holder)));
    expect(turnedAway.output).toContain('already runs');
    await both.find((holder) => holder !== turnedAway)?.says(ADDRESS);
  });

  it('lends a visitor the running server and stays up when the visitor leaves', async () => {
    const url = await hold(folder).says(ADDRESS);
    const visitor = hold(folder, 'visitor');
    expect(await visitor.says(ADDRESS)).toBe(url);
    await visitor.kill('SIGTERM');
    expect(await query(url, 'select 1 as up')).toEqual([{ up: 1 }]);
  });

  it('starts for a visitor and stops with the last one', async () => {
    const first = hold(folder, 'visitor');
    const url = await first.says(ADDRESS);
    const second = hold(folder, 'visitor');
    await second.says(ADDRESS);
    await first.kill('SIGTERM');
    expect(await query(url, 'select 1 as up')).toEqual([{ up: 1 }]);
    await second.kill('SIGTERM');
    expect(await serverIsUp(folder)).toBe(false);
  });

  it('says so when the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const holder = hold(join(folder, 'file', 'data'));
    expect(await holder.ended).toBe(1);
    expect(holder.output).toMatch(/Cannot write in .*file.data \(ENOTDIR\)\. Set CXU_DATA to a folder of yours\./);
  });

  const describeAsRoot = asRoot ? describe : describe.skip;
  describeAsRoot('for root, where the database user cannot go (runs as root only)', () => {
    it('lives elsewhere, says where, and is found there again', async () => {
      const dataDir = join(folder, 'home', 'data');
      await mkdir(dirname(dataDir), { mode: 0o700 });
      const first = hold(dataDir);
      await query(await first.says(ADDRESS), 'create table tea as select 4 as cups');
      const [elsewhere = ''] = /\/var\/lib\/cx-university\/[^/]+/.exec(first.output) ?? [];
      try {
        expect(first.output).toContain(`cannot reach ${dataDir}, so the database is kept in ${elsewhere}/postgres`);
        await first.kill('SIGTERM');
        const second = hold(dataDir);
        expect(await query(await second.says(ADDRESS), 'select cups from tea')).toEqual([{ cups: 4 }]);
        await second.kill('SIGTERM');
      } finally {
        await rm(elsewhere, { recursive: true });
      }
    });
  });
});

async function settled(holder: Running): Promise<Running> {
  await holder.says(ADDRESS);
  return holder;
}

/** Gives a copied folder to the user the original belongs to; an ordinary user owns the copy already. */
async function own(copy: string, original: string): Promise<void> {
  if (!asRoot) return;
  const { uid, gid } = await stat(original);
  const chown = Running.node(['-e', `require('child_process').execSync('chown -R ${uid}:${gid} ${copy}')`]);
  await chown.ended;
}
