import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './app.module.js';
import type { Clock } from './platform/clock.js';
import type { Config } from './platform/config.js';
import { useOurTypes } from './platform/database/pg-types.js';
import { useMiddleware } from './platform/web/middleware.js';
import { PageAdapter } from './platform/web/page.adapter.js';
import { Renderer } from './platform/web/renderer.js';

/** The web application, ready to listen: used by main.ts and, on a database of its own, by every test over HTTP. */
export async function webApplication(
  config: Config,
  databaseUrl: string,
  clock?: Clock,
): Promise<NestExpressApplication> {
  useOurTypes();
  const adapter = new PageAdapter();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, databaseUrl, clock), adapter, {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
    abortOnError: false,
  });
  adapter.useRenderer(app.get(Renderer));
  useMiddleware(app);
  return app;
}
