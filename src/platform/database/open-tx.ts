import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { EventToRecord } from '../events/event.js';
import type { Listeners } from '../events/listeners.js';
import { requestId } from '../request-id.js';
import { prepared } from './prepared.js';
import type { AuditEntry, JobToEnqueue, Tx } from './tx.js';

export function openTx(manager: EntityManager, client: PoolClient, now: Date, listeners: Listeners): Tx {
  const query = async <T>(sql: string, params: unknown[] = []) => {
    const statement = params.length > 0 ? prepared(sql, params) : sql;
    return (await client.query(statement).catch((error: unknown) => failed(client, error))).rows as T[];
  };
  const tx: Tx = {
    manager,
    client,
    now,
    query,
    one: async <T>(sql: string, params: unknown[] = []) => (await query<T>(sql, params))[0] ?? null,
    record: (event) => record(tx, event, listeners),
    enqueue: (kind, body, options) => enqueue(tx, kind, body, options),
    audit: (entry) => audit(tx, entry),
  };
  return tx;
}

/**
 * A prepared statement is refused before its connection has heard that the transaction failed with it; after the next
 * answer it has, and a commit that could only roll back is seen for what it is.
 */
async function failed(client: PoolClient, error: unknown): Promise<never> {
  await client.query('').catch(() => undefined);
  throw error;
}

async function record<B extends object>(tx: Tx, event: EventToRecord<B>, listeners: Listeners): Promise<void> {
  const row = await tx.one<{ id: number }>(
    'insert into event (kind, body, actor_id) values ($1, $2, $3) returning id',
    [event.kind, event.body, event.actorId],
  );
  for (const listen of listeners.within(event.kind)) await listen(tx, event.body);
  const jobs = listeners.after(event.kind);
  if (jobs.length > 0) {
    await tx.query('insert into job (kind, body, event_id) select unnest($1::text[]), $2, $3', [
      jobs,
      event.body,
      row?.id,
    ]);
  }
}

async function enqueue(tx: Tx, kind: string, body: object, options: JobToEnqueue = {}): Promise<void> {
  await tx.query(
    `insert into job (kind, body, run_after, schedule_key) values ($1, $2, coalesce($3, now()), $4)
     on conflict (schedule_key) do nothing`,
    [kind, body, options.runAfter ?? null, options.scheduleKey ?? null],
  );
}

async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  await tx.query(
    `insert into audit_entry (actor_id, action, subject_kind, subject_id, detail, request_id)
     values ($1, $2, $3, $4, $5, $6)`,
    [entry.actorId, entry.action, entry.subjectKind, String(entry.subjectId), detailOf(entry), requestId()],
  );
}

function detailOf({ detail = {}, coverId = null }: AuditEntry): object {
  return coverId === null ? detail : { ...detail, coverId };
}
