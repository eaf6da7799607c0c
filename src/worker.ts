import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { readConfig } from './platform/config.js';
import { useOurTypes } from './platform/database/pg-types.js';
import { followClock } from './platform/follow-clock.js';
import { Relay } from './platform/jobs/relay.js';

const PAUSE_MS = 1_000;
const SCHEDULES_MS = 30_000;

/**
 * The second process: runs jobs, so that no page ever waits for one. `npm start` runs it as a child; any number may run.
 * A job that is under way when it is told to stop is finished first.
 */
async function work(): Promise<void> {
  const config = readConfig(process.env);
  if (config.databaseUrl === null) throw new Error('The worker needs DATABASE_URL.');
  useOurTypes();
  const app = await NestFactory.createApplicationContext(AppModule.with(config, config.databaseUrl), {
    logger: ['error', 'warn', 'fatal'],
  });
  const relay = app.get(Relay);
  let goOn = true;
  const stop = () => void (goOn = false);
  process.once('SIGTERM', stop).once('SIGINT', stop).once('disconnect', stop);
  const following = followClock(app);
  for (let firedAt = 0; goOn; await pause()) {
    if (Date.now() - firedAt > SCHEDULES_MS) {
      await relay.fireSchedules();
      firedAt = Date.now();
    }
    await relay.drain(() => goOn);
  }
  clearInterval(following);
  await app.close();
  process.exit(0);
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));

await work();
