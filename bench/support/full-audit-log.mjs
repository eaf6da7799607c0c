/** Years of looks and changes in the audit log of the whole network, a seventh of them older than they are kept. */
import pg from 'pg';

export const AUDIT_ENTRIES = 10_000_000;
const YEARS = 7;

/** Written without indexes, which are put back as they were. */
export async function fillAudit(databaseUrl, entries) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows: indexes } = await client.query(INDEXES);
    for (const { name } of indexes) await client.query(`drop index ${name}`);
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'`);
    await client.query(ENTRIES, [entries, (YEARS * 365 * 86_400) / entries]);
    for (const { text } of indexes) await client.query(text);
    await client.query('vacuum analyze audit_entry');
  } finally {
    await client.end();
  }
}

const INDEXES = `
  select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as text
    from pg_index i where i.indrelid = 'audit_entry'::regclass and not i.indisunique`;

/** 2,400 managers look at units, people and assignments, and change something now and then. */
const ENTRIES = `
  insert into audit_entry (recorded_at, actor_id, action, subject_kind, subject_id, request_id)
  select now() - make_interval(secs => ($1 - n) * $2::float), 1 + (n * 7919) % 2400, what.action, what.kind,
         (1 + n * 15485863 % what.many)::text, 'r' || n
    from generate_series(1, $1::bigint) n
    join (values (0, 'unit.lookedAtTeam', 'unit', 24900), (1, 'assignments.lookedAtPeople', 'assignment', 5000),
                 (2, 'assignments.lookedAtPerson', 'person', 60000), (3, 'signIn.changedPassword', 'person', 60000),
                 (4, 'assignments.assign', 'assignment', 5000), (5, 'unit.downloadTeam', 'unit', 24900),
                 (6, 'assignments.nudge', 'assignment', 5000)) what (which, action, kind, many) on what.which = n % 7`;
