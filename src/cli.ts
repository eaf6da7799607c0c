import { setFlagsFromString } from 'node:v8';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandFactory } from 'nest-commander';
import { CommandLine } from './cli/command-line.js';
import { explain } from './cli/explain.js';
import { needsNoDatabase, WithoutDatabaseModule } from './cli/without-database.module.js';
import { ClockQueries } from './platform/clock.queries.js';
import { type Config, readConfig } from './platform/config.js';
import { migrate } from './platform/database/migrate.js';
import { openDatabase } from './platform/database/open-database.js';
import { useOurTypes } from './platform/database/pg-types.js';
import { answer, EXIT, say } from './platform/terminal.js';

/** A command shares its machine with the server: garbage is collected once the memory has grown by half, not fourfold. */
setFlagsFromString('--heap-growing-percent=50');

/** One command, in the running server's database or in one that is started for it. */
async function withDatabase(): Promise<void> {
  const config = readConfig({ ...process.env, CXU_LOG: 'silent' });
  const database = await openDatabase(config, say, 'visitor');
  const interrupt = () => void database.stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    await migrate(database.url, say);
    await command(config, database.url);
  } finally {
    await database.stop();
  }
}

async function command(config: Config, databaseUrl: string): Promise<void> {
  useOurTypes();
  // The whole application, which other commands do not wait for.
  const { CommandLineModule } = await import('./cli/command-line.module.js');
  await run(CommandLineModule.with(config, databaseUrl), (app) => app.get(ClockQueries).follow());
}

const withoutDatabase = () => run(WithoutDatabaseModule, () => Promise.resolve());

async function run(
  module: Parameters<typeof CommandFactory.createWithoutRunning>[0],
  begin: (app: INestApplicationContext) => Promise<unknown>,
): Promise<void> {
  const app = await CommandFactory.createWithoutRunning(module, { logger: ['error'], abortOnError: false });
  try {
    await begin(app);
    await app.get(CommandLine).run(process.argv);
  } finally {
    await app.close();
  }
}

try {
  await (needsNoDatabase(process.argv) ? withoutDatabase() : withDatabase());
  process.exit();
} catch (error) {
  const { sentence, stack } = explain(error);
  say(stack ?? sentence);
  if (process.argv.includes('--json')) answer(true, { error: sentence }, []);
  process.exit(EXIT.nothingDone);
}
