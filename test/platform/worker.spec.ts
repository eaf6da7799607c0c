import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { root } from '../../src/platform/root.js';
import { startWorker, type WorkerProcess } from '../../src/platform/worker-process.js';
import { Running } from '../start/process.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const WORKER = 'test/platform/slow-worker.mjs';

let database: TestDatabase;
let client: pg.Client;
let running: Running[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('create table poured (cup int, half int)');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});
beforeEach(() => client.query('truncate poured, job'));
afterEach(async () => {
  await Promise.all(running.map((worker) => worker.kill('SIGKILL')));
  running = [];
});

function aWorker(): Running {
  const worker = Running.node([WORKER], { DATABASE_URL: database.url });
  running.push(worker);
  return worker;
}

const enqueue = (cup: number, ms: number) =>
  client.query(`insert into job (kind, body) values ('tea.pour', $1)`, [{ cup, ms }]);
const halves = async () => (await client.query('select cup, half from poured order by cup, half')).rows as unknown[];
const jobs = async () =>
  (await client.query(`select tries, done_at is not null as done from job where kind = 'tea.pour' order by id`))
    .rows as unknown[];

describe('a worker that is killed in the middle of a job', () => {
  it('leaves it to another, which does the whole of it once', async () => {
    await enqueue(1, 3_000);
    const first = aWorker();
    await first.says(/pouring 1/);
    await first.kill('SIGKILL');
    expect([await halves(), await jobs()]).toEqual([[], [{ tries: 1, done: false }]]);
    await client.query(`update job set claimed_at = now() - interval '61 seconds', body = body || '{"ms": 10}'`);
    await aWorker().says(/poured 1/);
    await settled();
    expect(await halves()).toEqual([
      { cup: 1, half: 1 },
      { cup: 1, half: 2 },
    ]);
    expect(await jobs()).toEqual([{ tries: 2, done: true }]);
  });
});

describe('a worker that is told to stop', () => {
  it('finishes the job under way, leaves the next one, and ends well', async () => {
    await enqueue(1, 1_500);
    await enqueue(2, 10);
    const worker = aWorker();
    await worker.says(/pouring 1/);
    expect(await worker.kill('SIGTERM')).toBe(0);
    expect(await halves()).toEqual([
      { cup: 1, half: 1 },
      { cup: 1, half: 2 },
    ]);
    expect(await jobs()).toEqual([
      { tries: 1, done: true },
      { tries: 0, done: false },
    ]);
  });
});

describe('a worker that is told twice', () => {
  it('does not wait for its job, which is another’s after a minute', async () => {
    await enqueue(1, 30_000);
    const worker = aWorker();
    await worker.says(/pouring 1/);
    worker.child.kill('SIGTERM');
    await seconds(0.3);
    expect(await worker.kill('SIGTERM')).not.toBe(0);
    expect([await halves(), await jobs()]).toEqual([[], [{ tries: 1, done: false }]]);
  });
});

describe('the worker beside the server', () => {
  let worker: WorkerProcess | null = null;
  afterEach(() => worker?.stop());

  it('is started again when it dies, stops when told, and is not started after that', async () => {
    worker = startWorker(database.url, `${root}/${WORKER}`);
    const first = worker.pid!;
    process.kill(first, 'SIGKILL');
    await until(() => worker?.pid !== first && worker?.pid !== null);
    const second = worker.pid!;
    expect(isAlive(second)).toBe(true);
    process.kill(second, 'SIGKILL');
    await until(() => worker?.pid === null);
    await worker.stop();
    await seconds(4.5);
    expect(worker.pid).toBeNull();
  });
});

describe('the product’s own worker', () => {
  it('ends when the server that started it was killed', async () => {
    const parent = Running.node(['test/platform/parent.mjs'], { DATABASE_URL: database.url, CXU_LOG: 'silent' });
    running.push(parent);
    const pid = Number(/\d+/.exec(await parent.says(/worker \d+/))![0]);
    await parent.says(/listening/);
    await parent.kill('SIGKILL');
    await until(() => !isAlive(pid), 20);
  });

  it('says in a sentence that there is no database, and ends', async () => {
    const worker = Running.node(['dist/worker.js'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/nothing' });
    running.push(worker);
    expect(await worker.ended).toBe(1);
    expect(worker.output).toMatch(
      /^The database at 127\.0\.0\.1:9\/nothing does not answer: .+ Check DATABASE_URL\.\n$/,
    );
  });
});

/** The worker says that it poured before its job's row says so. */
const settled = () =>
  until(async () => (await client.query(`select from job where kind = 'tea.pour' and done_at is null`)).rowCount === 0);

async function until(holds: () => boolean | Promise<boolean>, patience = 10): Promise<void> {
  for (const deadline = Date.now() + patience * 1_000; !(await holds()); await seconds(0.1)) {
    if (Date.now() > deadline) throw new Error('It did not come about in time.');
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1_000));
