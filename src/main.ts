import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Config, ConfigError, readConfig } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { oneAtATime } from './platform/database/one-at-a-time.js';
import { openDatabase, type OpenDatabase } from './platform/database/open-database.js';
import { DatabaseTrouble } from './platform/database/trouble.js';
import { refuseTakenPort, TakenPort } from './platform/taken-port.js';
import { startWorker, type WorkerProcess } from './platform/worker-process.js';

/** The web process: database, schema, content, then pages. What it says while it starts is for the person watching. */
async function main(): Promise<void> {
  process.on('SIGTERM', giveUp).on('SIGINT', giveUp);
  const config = readConfig(process.env);
  await refuseTakenPort(config.host, config.port);
  const database = await openDatabase(config, say, 'server');
  await migrate(database.url, say);
  const app = await serve(config, database);
  const worker = startWorker(database.url);
  stopInOrder(
    async () => (await import('./platform/web/stop-serving.js')).stopServing(app, noticeMs(config)),
    worker,
    database,
  );
  say(`CX University is ready at ${config.url}`);
}

/** Modules are loaded only now: a taken port or a wrong setting is answered before a second has passed. */
async function serve(config: Config, database: OpenDatabase): Promise<NestExpressApplication> {
  const { webApplication } = await import('./application.js');
  const { fill } = await import('./fill.js');
  const { ClockQueries } = await import('./platform/clock.queries.js');
  const { followClock } = await import('./platform/follow-clock.js');
  const app = await webApplication(config, database.url);
  await oneAtATime(database.url, 'fill', () => fill(app, say));
  await app.get(ClockQueries).follow();
  followClock(app);
  await app.listen(config.port, config.host);
  // A template that cannot be compiled says so when it is printed.
  warmUp(app).catch(() => undefined);
  return app;
}

/** What the first visitors would wait for is done while nobody is there yet, a little at a time. */
async function warmUp(app: NestExpressApplication): Promise<void> {
  const { Views } = await import('./platform/web/views.js');
  const views = app.get(Views);
  while (views.compileAnother()) await new Promise((resolve) => setImmediate(resolve));
}

/** A load balancer looks every few seconds who is ready; where there is none, nobody has to notice. */
function noticeMs(config: Config): number {
  return config.trustProxy > 0 ? 5_000 : 0;
}

/** Requests that are under way finish, the running job finishes, then the database stops. A second signal does not wait. */
function stopInOrder(stopServing: () => Promise<void>, worker: WorkerProcess, database: OpenDatabase): void {
  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    await Promise.all([worker.stop(), stopServing()]);
    await database.stop();
    process.exit(0);
  };
  process.off('SIGTERM', giveUp).off('SIGINT', giveUp);
  process.on('SIGTERM', () => void stop()).on('SIGINT', () => void stop());
}

/** Told to stop while still starting: leaving stops the database too. */
function giveUp(): void {
  process.exit(130);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  const forPeople = [ConfigError, DatabaseTrouble, TakenPort].some((kind) => error instanceof kind);
  process.stderr.write(
    `${forPeople ? (error as Error).message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
}
