/**
 * A worker process of the platform alone, with one job that takes its time. It says where it is on standard output;
 * the address of its database is DATABASE_URL.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '../../dist/platform/config.js';
import { Database } from '../../dist/platform/database/database.js';
import { useOurTypes } from '../../dist/platform/database/pg-types.js';
import { Job } from '../../dist/platform/jobs/job.js';
import { JobWorker } from '../../dist/platform/jobs/job-worker.js';
import { PlatformModule } from '../../dist/platform/platform.module.js';

class Kettle {
  constructor(db) {
    this.db = db;
  }

  /** Pours half, waits, pours the other half: in one transaction, so that a cup is full or untouched. */
  async pour({ cup, ms }) {
    await this.db.write(async (tx) => {
      await tx.query('insert into poured values ($1, 1)', [cup]);
      process.stdout.write(`pouring ${cup}\n`);
      await wait(ms);
      await tx.query('insert into poured values ($1, 2)', [cup]);
    });
    process.stdout.write(`poured ${cup}\n`);
  }
}
Job('tea.pour')(Kettle.prototype, 'pour', Object.getOwnPropertyDescriptor(Kettle.prototype, 'pour'));

useOurTypes();
const config = readConfig({
  DATABASE_URL: process.env.DATABASE_URL,
  REDIS_URL: process.env.REDIS_URL,
  CXU_LOG: 'silent',
});
const kettle = { provide: Kettle, useFactory: (db) => new Kettle(db), inject: [Database] };
const module = {
  module: class Tea {},
  imports: [PlatformModule.with(config, config.databaseUrl)],
  providers: [kettle],
};
const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
const told = new AbortController();
process.on('SIGTERM', () => (told.signal.aborted ? process.exit(1) : told.abort()));
await app.get(JobWorker).work(told.signal);
await app.close();
process.exit(0);
