/** Customers' answers of the branches of the network at full size, with whom to look at them. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { chooseActors, chooseUnderThem } from './full-network.mjs';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const run = promisify(execFile);

/** The generator's last day is the Sunday before: every week that it knows has closed. */
export const NOW = '2027-03-02T10:00:00Z';
export const TODAY = '2027-03-02';
export const LAST_WEEK = '2027-02-22';

const WEEKS = 260;
const SETTLED_WITHIN_MS = 30 * 60_000;
/** How often in a row it must look idle: one job may bring the next. */
const LOOKS = 5;

/** The network of 24,900 units and 60,000 people with five years of answers from its branches, so many a branch and week. */
export async function fillAnswers(databaseUrl, answers) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, CXU_DEMO: '0' };
  const size = ['--surveyed', 'branches', '--weeks', WEEKS, '--responses-per-unit-week', answers].map(String);
  for (const part of ['network', 'people', 'feedback'])
    await run(process.execPath, [COMMAND, 'generate', ...size, '--only', part], { env, maxBuffer: 64_000_000 });
}

/**
 * Waits until the worker has read all comments, worked out how units stand, and has nothing else to do, and until PostgreSQL has
 * tidied up after it: the pages are measured, not the morning after.
 */
export async function settled(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const late = Date.now() + SETTLED_WITHIN_MS;
    for (let idle = 0; idle < LOOKS; idle = (await client.query(SETTLED)).rows[0].settled ? idle + 1 : 0) {
      if (Date.now() > late) throw new Error('The worker is still at work after half an hour.');
      await setTimeout(2000);
    }
    await client.query('vacuum analyze');
    while ((await client.query(TIDYING)).rows[0].tidying) await setTimeout(2000);
  } finally {
    await client.end();
  }
}

/**
 * Reads the whole database into memory, where a server that is in use has it: what is measured is the work of a page, not the
 * disk under it.
 */
export async function warmed(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('create extension if not exists pg_prewarm');
    await client.query(WARMED);
  } finally {
    await client.end();
  }
}

/** Those who look, each with what they look at: the same people and places however many answers there are. */
export async function chooseLookers(databaseUrl) {
  const people = await chooseActors(databaseUrl, TODAY);
  const [postmaster] = await chooseUnderThem(databaseUrl, TODAY, ['postmaster']);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const lookers = [];
    for (const person of [...people, postmaster]) lookers.push({ ...person, ...(await placesOf(client, person)) });
    return lookers;
  } finally {
    await client.end();
  }
}

export async function sizeOf(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query(SIZE);
    return rows[0];
  } finally {
    await client.end();
  }
}

async function placesOf(client, { regionId, areaId, unitId = null }) {
  const { rows } = await client.query(BRANCHES, [TODAY, regionId, areaId, unitId]);
  const distinct = (key) => [...new Set(rows.map((row) => row[key]))];
  return { regions: distinct('region'), areas: distinct('area'), branches: distinct('branch') };
}

/** In an order by chance that is the same in every database. */
const BRANCHES = `
  select r.code as region, a.code as area, u.code as branch
    from unit_place p join unit u on u.id = p.unit_id and u.kind = 'branch'
    join area a on a.id = p.area_id join region r on r.id = p.region_id
   where p.valid @> $1::date and ($2::int is null or p.region_id = $2) and ($3::int is null or p.area_id = $3)
     and ($4::int is null or p.unit_id = $4)
   order by md5(u.code) limit 400`;

const SETTLED = `
  select (select last_id from comment_reading) >= (select max(id) from survey_response)
         and exists (select from completion_day) and exists (select from standing_model)
         and not exists (select from job where done_at is null and parked_at is null and run_after <= now()) as settled`;

const TIDYING = `
  select exists (select from pg_stat_activity where backend_type = 'autovacuum worker') as tidying`;

const WARMED = `
  select pg_prewarm(c.oid, 'read') from pg_class c
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'i') and c.relpersistence = 'p'`;

const SIZE = `
  select (select count(*)::int from survey_response) as answers, (select count(*)::int from unit_week) as "unitWeeks",
         (select count(distinct unit_id)::int from unit_week) as branches,
         (select count(distinct week)::int from unit_week) as weeks, pg_database_size(current_database())::float8 as bytes`;
