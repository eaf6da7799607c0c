/**
 * A worker process of the platform alone, with a job that leaves one row a time it was carried out. It says on standard
 * output what it is in the middle of; the addresses are DATABASE_URL and REDIS_URL.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '../../dist/platform/config.js';
import { Database } from '../../dist/platform/database/database.js';
import { useOurTypes } from '../../dist/platform/database/pg-types.js';
import { Job } from '../../dist/platform/jobs/job.js';
import { JobWorker } from '../../dist/platform/jobs/job-worker.js';
import { PlatformModule } from '../../dist/platform/platform.module.js';

class Counter {
  constructor(db) {
    this.db = db;
  }

  /** Half before, half after: in one transaction, so that it is counted whole or not at all. */
  async count({ n, ms = 0 }) {
    await this.db.write(async (tx) => {
      await tx.query('insert into counted values ($1, $2)', [n, process.pid]);
      process.stdout.write(`counting ${n}\n`);
      await wait(ms);
    });
  }
}
Job('test.count')(Counter.prototype, 'count', Object.getOwnPropertyDescriptor(Counter.prototype, 'count'));

useOurTypes();
const { DATABASE_URL, REDIS_URL } = process.env;
const config = readConfig({ DATABASE_URL, REDIS_URL, CXU_LOG: 'silent' });
const module = {
  module: class Counting {},
  imports: [PlatformModule.with(config, DATABASE_URL)],
  providers: [{ provide: Counter, useFactory: (db) => new Counter(db), inject: [Database] }],
};
const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
const told = new AbortController();
process.on('SIGTERM', () => told.abort());
process.stdout.write('working\n');
await app.get(JobWorker).work(told.signal);
// A job that was handed back may still hold its connection.
await Promise.race([app.close(), wait(1_000)]);
process.exit(0);
