import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatabaseTrouble } from '../trouble.js';
import type { Binaries } from './binaries.js';
import { newCredentials, writeCredentials } from './credentials.js';
import type { Home } from './home.js';
import { logEssence } from './log-essence.js';
import { isAlive } from './processes.js';
import { run } from './run.js';

const VERSION = '18';

/** Same text and same order on every machine, whatever its locale. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-locale'];

/**
 * An empty database, unless there is one. It is made in a draft folder and moved into place whole, so a start that is
 * cut short leaves nothing half done, and of two starts at once one wins.
 */
export async function createCluster(home: Home, binaries: Binaries, say: (line: string) => void): Promise<void> {
  await removeDrafts(home.folder);
  if (await alreadyThere(home.folder)) return;
  say(`Preparing an empty database in ${home.folder} (the first time only).`);
  const draft = `${home.folder}.draft-${process.pid}`;
  await fill(draft, home, binaries);
  try {
    await rename(draft, home.folder);
  } catch (error) {
    await rm(draft, { recursive: true });
    if (!(await alreadyThere(home.folder))) throw occupied(home.folder, error);
  }
}

async function fill(draft: string, { user }: Home, binaries: Binaries): Promise<void> {
  const credentials = newCredentials();
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${credentials.password}\n`, { mode: 0o600 });
  if (user) await Promise.all([draft, passwordFile].map((path) => chown(path, user.uid, user.gid)));
  try {
    const who = [`--username=${credentials.user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await must(run(binaries.initdb, [`--pgdata=${draft}`, '--no-instructions', ...who, ...LOCALE], user));
    await must(run(binaries.postgres, ['--single', '-D', draft, 'postgres'], user, 'create database cxu;\n'));
    await writeCredentials(draft, credentials);
  } catch (error) {
    await rm(draft, { recursive: true });
    throw error;
  } finally {
    await rm(passwordFile);
  }
}

async function must(step: ReturnType<typeof run>): Promise<void> {
  const { done, output } = await step;
  if (!done) throw new DatabaseTrouble(`The database could not be prepared: ${logEssence(output)}`);
}

async function alreadyThere(folder: string): Promise<boolean> {
  const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version && version !== VERSION) {
    throw new DatabaseTrouble(
      `${folder} was written by PostgreSQL ${version}, and this is ${VERSION}. Set CXU_DATA to another folder.`,
    );
  }
  return version !== '';
}

async function removeDrafts(folder: string): Promise<void> {
  const drafts = new RegExp(`^${basename(folder)}\\.draft-(\\d+)`);
  for (const name of await readdir(dirname(folder))) {
    const pid = drafts.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

function occupied(folder: string, cause: unknown): Error {
  const sentence = `${folder} holds something that is no database. Move it away, or set CXU_DATA to another folder.`;
  return new DatabaseTrouble(sentence, { cause });
}
