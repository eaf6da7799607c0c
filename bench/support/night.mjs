/** The job that lets go what has outlived its period, watched from its beginning to its end. */
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { quantile } from './measure.mjs';

export const LONGEST_NIGHT_MS = 600_000;

/** The worker begins the night's work soon after its first start on a day: the hour for it has passed. */
const BEGINS_WITHIN_MS = 60_000;

/**
 * @param look asks for a page; called again and again until the job is over
 * @returns how long it took, how much went, the 95th percentile of `look` and the longest transaction meanwhile, in ms
 * @throws when the night was over before anybody could look: then nothing was measured
 */
export async function letGo(databaseUrl, look) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const begun = performance.now();
  const jobId = await nightBegun(client);
  if (await isOver(client, jobId)) throw new Error('The night’s work was over before it could be watched.');
  const [longest, times] = await Promise.all([watch(client, jobId, begun), lookUntilOver(client, jobId, look)]);
  const { rows: took } = await client.query(
    'select extract(epoch from done_at - began_at)::float as seconds from job where id = $1',
    [jobId],
  );
  const { rows: went } = await client.query(
    'select kind, sum(removed)::int as removed from retention_run group by kind',
  );
  await client.end();
  const of = (kind) => went.find((one) => one.kind === kind)?.removed ?? 0;
  return {
    seconds: took[0].seconds,
    leavers: of('privacy.leavers'),
    entries: of('platform.audit'),
    p95: quantile(times, 0.95),
    longest,
  };
}

async function nightBegun(client) {
  for (const begun = performance.now(); performance.now() - begun < BEGINS_WITHIN_MS; await wait(100)) {
    const { rows } = await client.query(
      `select id from job where kind = 'privacy.letGo' and began_at is not null order by id limit 1`,
    );
    if (rows.length > 0) return rows[0].id;
  }
  throw new Error('The worker did not begin the night’s work.');
}

/** The age of the oldest writing transaction, sampled: what others wait for at the longest. */
async function watch(client, jobId, begun) {
  let longest = 0;
  while (!(await isOver(client, jobId))) {
    const { rows } = await client.query(OLDEST);
    longest = Math.max(longest, rows[0].ms ?? 0);
    if (performance.now() - begun > LONGEST_NIGHT_MS) throw new Error('The night’s work did not end.');
    await wait(100);
  }
  return longest;
}

async function lookUntilOver(client, jobId, look) {
  const times = [];
  for (let at = 0; !(await isOver(client, jobId)); at += 1) {
    const begun = performance.now();
    await look(at);
    times.push(performance.now() - begun);
    await wait(50);
  }
  return times.sort((a, b) => a - b);
}

async function isOver(client, jobId) {
  const { rows } = await client.query('select done_at, parked_at, error from job where id = $1', [jobId]);
  if (rows[0].parked_at !== null) throw new Error(`The night’s work failed: ${rows[0].error}`);
  return rows[0].done_at !== null;
}

const OLDEST = `
  select max(extract(epoch from clock_timestamp() - xact_start) * 1000)::float as ms from pg_stat_activity
   where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()`;
