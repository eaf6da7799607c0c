import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { EventToRecord } from '../events/event.js';

export interface AuditEntry {
  actorId: number | null;
  action: string;
  subjectKind: string;
  subjectId: string | number;
  detail?: object;
  /** The cover under which it was done (`cover`), kept in the detail; null in the actor's own right. */
  coverId?: number | null;
}

export interface JobToEnqueue {
  /** Real time; at once when absent. */
  runAfter?: Date;
  /** At most one job ever exists with this key. */
  scheduleKey?: string;
}

/** One transaction, passed on explicitly. What is recorded in it commits with it or not at all. */
export interface Tx {
  readonly manager: EntityManager;
  /** The connection itself, for COPY. */
  readonly client: PoolClient;
  /** The product's time when the transaction began. */
  readonly now: Date;
  query<T>(sql: string, params?: unknown[]): Promise<T[]>;
  one<T>(sql: string, params?: unknown[]): Promise<T | null>;
  /** Writes the event, runs its `@Within` listeners here and queues its `@After` listeners. */
  record<B extends object>(event: EventToRecord<B>): Promise<void>;
  enqueue(kind: string, body: object, options?: JobToEnqueue): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
}

/** Runs work in a transaction: one of its own, or one that goes on around it. */
export type InTransaction = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
