import { Config } from '../../src/platform/config.js';
import { importPeople, importUnits, PERSON_HEADER, UNIT_HEADER } from '../network/files.js';
import { Running } from '../start/process.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { HeldStill } from './held-still.js';

const UNITS = numbered(200, (n) => `R1,North,A2,Coast,${100_000 + n},Unit ${n},branch,england,2021-01-01,`);
const PEOPLE = numbered(300, (n) => `p${n},Person ${n},p${n}@example.org,000001,staff,2022-01-01,`);
const fileOf = (header: string, rows: readonly string[]) => [header, ...rows, ''].join('\n');

/** What is imported and taken back, and the tables at which the one and the other are caught in the middle. */
export const IMPORTS = [
  { kind: 'people', file: fileOf(PERSON_HEADER, PEOPLE), rows: PEOPLE.length, table: 'posting', undoneAt: 'person' },
  { kind: 'network', file: fileOf(UNIT_HEADER, UNITS), rows: UNITS.length, table: 'unit_area', undoneAt: 'unit' },
] as const;

/** A unit, an administrator, and somebody whom the file of people calls by another name. */
export async function aSmallNetwork(): Promise<TestApp> {
  const app = await startTestApp();
  await importUnits(app, ['R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,']);
  const people = ['ros,Ros Aldous,,000001,administrator,2020-01-01,', 'p1,Somebody,,000001,staff,2020-01-01,'];
  await importPeople(app, people);
  await app.runJobs();
  return app;
}

/** One of our programs, on the database and the folder of this application. */
export const beside = (app: TestApp, script: string, ...args: string[]): Running =>
  besideBy(app.databaseUrl, app, script, ...args);

/** The same by another way to the database than its own address. */
export function besideBy(databaseUrl: string, app: TestApp, script: string, ...args: string[]): Running {
  const env = { DATABASE_URL: databaseUrl, CXU_DATA: app.nest.get(Config).dataDir };
  return Running.node([script, ...args], { ...env, CXU_LOG: 'silent', REDIS_URL: '' });
}

/** Kills what this begins at once, in the middle of the transaction that writes this table. */
export async function killAt(app: TestApp, table: string, begin: () => Running): Promise<void> {
  const held = await HeldStill.at(app.databaseUrl, table);
  const running = begin();
  const pid = await held.caught();
  await running.kill('SIGKILL');
  await held.release(pid);
}

function numbered(count: number, row: (n: number) => string): string[] {
  return Array.from({ length: count }, (_, at) => row(at + 1));
}
