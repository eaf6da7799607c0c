/** What PostgreSQL takes for the answers of a database alone: COPY of the same rows into a copy of the same table. */
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const COLUMNS = `
  select string_agg(attname, ', ' order by attnum) as columns from pg_attribute
   where attrelid = 'survey_response'::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''`;

const KEYS = `
  select pg_get_constraintdef(oid) as key from pg_constraint where conrelid = 'survey_response'::regclass and contype = 'f'`;

/**
 * Seconds with and without the checks of foreign keys: all columns but the number that the database gives, all indexes, in
 * the order of time as the file has it.
 * @returns {Promise<{withKeys: number, withoutKeys: number}>}
 */
export async function copies(client, path) {
  const { columns } = (await client.query(COLUMNS)).rows[0];
  const rows = `select ${columns} from survey_response order by answered_at, response_key`;
  await pipeline(client.query(copyTo(`copy (${rows}) to stdout`)), createWriteStream(path));
  const keys = (await client.query(KEYS)).rows.map(({ key }) => key);
  return {
    withKeys: await copied(client, path, columns, keys),
    withoutKeys: await copied(client, path, columns, []),
  };
}

async function copied(client, path, columns, keys) {
  await client.query('create table copied (like survey_response including all)');
  for (const key of keys) await client.query(`alter table copied add ${key}`);
  await client.query('checkpoint');
  const begun = performance.now();
  await pipeline(createReadStream(path), client.query(copyFrom(`copy copied (${columns}) from stdin`)));
  const seconds = (performance.now() - begun) / 1000;
  await client.query('drop table copied');
  return seconds;
}
