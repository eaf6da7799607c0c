import pg from 'pg';
import { Generator } from '../../src/generate/generator.service.js';
import type { Part } from '../../src/generate/parts.js';
import { FULL_SIZE, optionOf, type Size } from '../../src/generate/size.js';
import type { TestApp } from '../support/app.js';

/** Small enough for a spec and large enough for every part of it to hold something. */
export const SMALL: Size = { ...FULL_SIZE, units: 70, people: 320, weeks: 30, responsesPerUnitWeek: 3, seed: 11 };

/** How the command line is asked for an organisation of a size. */
export function optionsOf(size: Size): string[] {
  return (Object.keys(size) as (keyof Size)[]).flatMap((key) => [optionOf(key), String(size[key])]);
}

const SILENT = { counting: () => () => undefined, say: () => undefined };

export function generate(app: TestApp, only: Part | null = null, size: Size = SMALL) {
  return app.nest.get(Generator).run(size, only, SILENT);
}

/** What the generator writes, in the order in which it is compared; ids are compared as well. */
const WRITTEN = [
  'region',
  'area',
  'area_region',
  'unit',
  'unit_area',
  'unit_merger',
  'unit_place',
  'person',
  'posting',
  'leave',
  'cover',
  'cover_step',
  'survey_source',
  'survey_mapping',
  'survey_import',
  'survey_response',
  'unit_week',
  'unit_quarter',
  'area_day',
  'area_week',
  'region_week',
  'unit_standing',
  'metric_value',
  'metric_cell',
  'enrolment',
  'lesson_read',
  'attempt',
  'attempt_event',
  'attempt_response',
  'completion',
  'assignment',
  'assignment_unit',
  'requirement',
  'requirement_reason',
];

/** A checksum of all rows of each table, whatever zone the database thinks in. */
export async function checksums(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set timezone = 'UTC'`);
  const sums: Record<string, string> = {};
  for (const table of WRITTEN) {
    const { rows } = await client.query<{ n: string; sum: string }>(
      `select count(*) as n, md5(coalesce(string_agg(row::text, chr(10) order by row::text), '')) as sum from ${table} as row`,
    );
    sums[table] = `${rows[0]!.n} ${rows[0]!.sum}`;
  }
  await client.end();
  return sums;
}

/** References to rows that are not there, of every table: none, though the generator asks the database not to look. */
export async function brokenReferences({ db }: TestApp): Promise<unknown[]> {
  const references = await db.query<{ sql: string }>(
    `select format('(select %L as "table" from %s a where a.%I is not null and not exists (select from %s b where b.%I = a.%I) limit 1)',
                   conrelid::regclass, conrelid::regclass, a.attname, confrelid::regclass, b.attname, a.attname) as sql
       from pg_constraint k
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace and cardinality(k.conkey) = 1`,
  );
  if (references.length < 50) throw new Error('These are not all references of the schema.');
  return db.query(references.map(({ sql }) => sql).join(' union all '));
}
