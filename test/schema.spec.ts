import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from './support/app.js';

describe('the schema', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.stop());

  const rows = (sql: string) => app.db.query<Record<string, unknown>>(sql);

  it('gives every table a primary key', async () => {
    expect(
      await rows(`select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                   where n.nspname = 'public' and c.relkind = 'r'
                     and not exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`),
    ).toEqual([]);
  });

  it('stores moments with their zone, and names them _at; days are dates', async () => {
    expect(
      await rows(`select table_name, column_name, data_type from information_schema.columns
                   where table_schema = 'public' and data_type in ('timestamp without time zone', 'time without time zone')`),
    ).toEqual([]);
    expect(
      await rows(`select table_name, column_name, data_type from information_schema.columns
                   where table_schema = 'public' and ((column_name ~ '_at$' and data_type <> 'timestamp with time zone')
                      or (column_name ~ '_on$' and data_type <> 'date'))`),
    ).toEqual([]);
  });

  it('indexes every reference, so that nothing is scanned to check one', async () => {
    expect(
      await rows(`select k.conrelid::regclass::text as "table", a.attname as "column"
                    from pg_constraint k
                    join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
                   where k.contype = 'f' and k.connamespace = 'public'::regnamespace
                     and k.conrelid::regclass::text not in (${WITHOUT_INDEX})
                     and not exists (select 1 from pg_index i where i.indrelid = k.conrelid
                                        and (string_to_array(i.indkey::text, ' '))[1]::int = k.conkey[1])`),
    ).toEqual([]);
  });

  it('keeps units, postings and their links from overlapping in time', async () => {
    const unit = await app.db.one<{ id: number }>(
      `with r as (insert into region (code, name) values ('R1', 'North') returning id),
            a as (insert into area (code, name) values ('A1', 'One'), ('A2', 'Two') returning id, code),
            u as (insert into unit (code, name, kind, nation) values ('000001', 'Here', 'branch', 'wales') returning id),
            l as (insert into unit_area (unit_id, area_id, valid) select u.id, a.id, daterange('2026-01-01', null) from u, a where a.code = 'A1')
       select id from u`,
    );
    const twice = app.db.query(
      `insert into unit_area (unit_id, area_id, valid) select $1, id, daterange('2026-06-01', null) from area where code = 'A2'`,
      [unit?.id],
    );
    await expect(twice).rejects.toThrow(/conflicting key value violates exclusion constraint/);
  });

  it.each([
    ['event', `insert into event (kind, body) values ('x', '{}')`],
    ['audit_entry', `insert into audit_entry (action, subject_kind, subject_id) values ('looked', 'unit', '1')`],
  ])('lets nobody rewrite %s', async (table, add) => {
    await app.db.query(add);
    await expect(app.db.query(`delete from ${table}`)).rejects.toThrow(/appended to only/);
  });

  it('matches every entity, column by column', async () => {
    const columns = await rows(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    );
    const names = new Set(columns.map((column) => column.name));
    const missing = app.db.dataSource.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => `${entity.tableName}.${column.databaseName}`).filter((name) => !names.has(name)),
    );
    expect(missing).toEqual([]);
  });
});

/** What these columns point at is never deleted and never looked up from there, so no check ever scans them. */
const WITHOUT_INDEX = ["'survey_import'", "'survey_response'", "'survey_response_history'"].join(', ');
