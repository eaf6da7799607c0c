import { randomBytes } from 'node:crypto';
import type { Database } from './database/database.js';

/** What cookies and tokens are signed with; made once for an installation and shared by its processes. */
export const SECRET = Symbol('Secret');

export async function installationSecret(db: Database): Promise<string> {
  await db.query(
    `insert into setting (key, value) values ('platform.secret', to_jsonb($1::text)) on conflict (key) do nothing`,
    [randomBytes(32).toString('base64url')],
  );
  const row = await db.one<{ value: string }>(`select value from setting where key = 'platform.secret'`);
  if (row === null) throw new Error('The installation has no secret.');
  return row.value;
}
