import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { ClockQueries } from './platform/clock.queries.js';
import { ConfigError, readConfig } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { useOurTypes } from './platform/database/pg-types.js';
import { DatabaseTrouble } from './platform/database/trouble.js';
import { followClock } from './platform/follow-clock.js';
import { JobWorker } from './platform/jobs/job-worker.js';
import { within } from './platform/jobs/work.js';
import { say } from './platform/terminal.js';

/** A job that was handed back may still hold a connection. */
const GOODBYE_MS = 2_000;

/**
 * The second process: runs jobs, so that no page ever waits for one. `npm start` runs it as a child; any number may run.
 * A job that is under way when it is told to stop is finished first, or handed back when it takes too long.
 */
async function main(): Promise<void> {
  const told = whenToldToStop();
  const config = readConfig(process.env);
  const database = await openDatabase(config, say, 'visitor');
  await migrate(database.url, say);
  useOurTypes();
  const app = await NestFactory.createApplicationContext(AppModule.with(config, database.url), {
    logger: ['error', 'warn', 'fatal'],
  });
  await app.get(ClockQueries).follow();
  const following = followClock(app);
  await app.get(JobWorker).work(told);
  clearInterval(following);
  await within(GOODBYE_MS, app.close());
  await database.stop();
  process.exit(0);
}

/**
 * A child whose parent was killed stops too, even when that happened before it was listening. A second signal does not
 * wait for the job under way.
 */
function whenToldToStop(): AbortSignal {
  const told = new AbortController();
  if (process.connected === false) told.abort();
  const stop = () => (told.signal.aborted ? process.exit(1) : told.abort());
  process
    .on('SIGTERM', stop)
    .on('SIGINT', stop)
    .once('disconnect', () => told.abort());
  return told.signal;
}

try {
  await main();
} catch (error) {
  const forPeople = error instanceof ConfigError || error instanceof DatabaseTrouble;
  say(error instanceof Error ? ((forPeople ? null : error.stack) ?? error.message) : String(error));
  process.exit(1);
}
