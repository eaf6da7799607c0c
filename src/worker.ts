import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { ClockQueries } from './platform/clock.queries.js';
import { ConfigError, readConfig } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { useOurTypes } from './platform/database/pg-types.js';
import { DatabaseTrouble } from './platform/database/trouble.js';
import { followClock } from './platform/follow-clock.js';
import { Relay } from './platform/jobs/relay.js';
import { work } from './platform/jobs/work.js';
import { LOG, type Log } from './platform/log.js';
import { say } from './platform/terminal.js';

/**
 * The second process: runs jobs, so that no page ever waits for one. `npm start` runs it as a child; any number may run.
 * A job that is under way when it is told to stop is finished first.
 */
async function main(): Promise<void> {
  const goOn = untilToldToStop();
  const config = readConfig(process.env);
  const database = await openDatabase(config, say, 'visitor');
  await migrate(database.url, say);
  useOurTypes();
  const app = await NestFactory.createApplicationContext(AppModule.with(config, database.url), {
    logger: ['error', 'warn', 'fatal'],
  });
  await app.get(ClockQueries).follow();
  const following = followClock(app);
  await work(app.get(Relay), app.get<Log>(LOG), goOn);
  clearInterval(following);
  await app.close();
  await database.stop();
  process.exit(0);
}

/** A child whose parent was killed stops too, even when that happened before it was listening. */
function untilToldToStop(): () => boolean {
  let told = process.connected === false;
  const stop = () => void (told = true);
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
  return () => !told;
}

try {
  await main();
} catch (error) {
  const forPeople = error instanceof ConfigError || error instanceof DatabaseTrouble;
  say(error instanceof Error ? ((forPeople ? null : error.stack) ?? error.message) : String(error));
  process.exit(1);
}
