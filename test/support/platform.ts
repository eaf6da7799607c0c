import { type INestApplicationContext, Module, type Provider, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '../../src/platform/config.js';
import { Database } from '../../src/platform/database/database.js';
import { useOurTypes } from '../../src/platform/database/pg-types.js';
import { PlatformModule } from '../../src/platform/platform.module.js';
import { createTestDatabase } from './database.js';
import { TestClock } from './test-clock.js';

export interface TestPlatform {
  db: Database;
  clock: TestClock;
  /** Another process of the same installation, as far as the database can tell. */
  another(): Promise<INestApplicationContext>;
  get<T>(type: Type<T>): T;
  stop(): Promise<void>;
}

@Module({})
class Guests {}

/** The platform without the product on it, and these providers with their listeners and jobs. */
export async function startPlatform(providers: Provider[], now = '2027-02-10T10:00:00Z'): Promise<TestPlatform> {
  useOurTypes();
  const database = await createTestDatabase();
  const clock = new TestClock(new Date(now));
  const config = readConfig({ DATABASE_URL: database.url, CXU_LOG: 'silent' });
  const contexts: INestApplicationContext[] = [];
  const another = async () => {
    const module = { module: Guests, imports: [PlatformModule.with(config, database.url, clock)], providers };
    const context = await NestFactory.createApplicationContext(module, { logger: ['error'] });
    contexts.push(context);
    return context;
  };
  const first = await another();
  return {
    db: first.get(Database),
    clock,
    another,
    get: (type) => first.get(type),
    stop: async () => {
      await Promise.all(contexts.map((context) => context.close()));
      await database.drop();
    },
  };
}
