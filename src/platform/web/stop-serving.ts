import type { Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { within } from '../jobs/work.js';
import { Readiness } from './readiness.js';

const PATIENCE_MS = 20_000;
const LOOK_MS = 100;

/**
 * Stops the way a load balancer likes it: not ready any more, for `noticeMs` still open so that it notices, then no new
 * connections; requests under way finish, and lines that are only kept open are closed.
 */
export async function stopServing(app: NestExpressApplication, noticeMs: number): Promise<void> {
  const server = app.getHttpServer() as Server;
  app.get(Readiness).leave();
  await wait(noticeMs);
  const closing = app.close();
  const closeIdle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  await within(PATIENCE_MS, closing);
  clearInterval(closeIdle);
  server.closeAllConnections();
}
