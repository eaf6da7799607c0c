import pg from 'pg';
import { Running } from '../start/process.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { until } from '../support/until.js';

/** Workers on a database of their own, whose jobs leave one row each time they are carried out. */
export class Counting {
  readonly workers: Running[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly client: pg.Client,
    private readonly redisUrl: string,
  ) {}

  static async on(redisUrl: string): Promise<Counting> {
    const database = await createTestDatabase();
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query('create table counted (n int, pid int)');
    return new Counting(database, client, redisUrl);
  }

  async startWorker(): Promise<Running> {
    const env = { DATABASE_URL: this.database.url, REDIS_URL: this.redisUrl };
    const worker = Running.node(['test/processes/counting-worker.mjs'], env);
    this.workers.push(worker);
    await worker.says(/working/);
    return worker;
  }

  /** Kills it at once, and lets the minute pass after which it is taken for dead. */
  async kill(worker: Running): Promise<void> {
    this.workers.splice(this.workers.indexOf(worker), 1);
    await worker.kill('SIGKILL');
    await this.client.query(
      `update job set claimed_at = now() - interval '61 seconds' from worker
        where worker.id = job.worker_id and worker.pid = $1 and claimed_at is not null`,
      [worker.child.pid],
    );
  }

  /** The worker that said so last, once there is one. */
  async inTheMiddleOf(n: number): Promise<Running> {
    const find = () => this.workers.find(({ output }) => output.endsWith(`counting ${n}\n`));
    await until(() => find() !== undefined, 20);
    return find()!;
  }

  /** Jobs number `from` to `to`, each of so many milliseconds. */
  async enqueue(from: number, to: number, ms: number): Promise<void> {
    await this.client.query(
      `insert into job (kind, body) select 'test.count', jsonb_build_object('n', n, 'ms', $3::int)
         from generate_series($1::int, $2::int) n`,
      [from, to, ms],
    );
  }

  async allDone(patience: number): Promise<void> {
    const undone = `select from job where kind = 'test.count' and done_at is null`;
    await until(async () => (await this.client.query(undone)).rowCount === 0, patience);
  }

  /** How often each was carried out, by number, since the last time this was asked. */
  async times(): Promise<[number, number][]> {
    const { rows } = await this.client.query<{ n: number; times: string }>(
      'select n, count(*) as times from counted group by n order by n',
    );
    await this.client.query('truncate counted');
    return rows.map(({ n, times }) => [n, Number(times)]);
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.kill('SIGTERM')));
    await this.client.end();
    await this.database.drop();
  }
}

/** What `times` should say. */
export const onceEach = (from: number, to: number): [number, number][] =>
  Array.from({ length: to - from + 1 }, (_, at) => [from + at, 1]);
