import type { INestApplicationContext } from '@nestjs/common';
import { ClockQueries } from './clock.queries.js';

const EVERY_MS = 2_000;

/** Keeps this process's clock where the installation's stands, when another process moves it. */
export function followClock(app: INestApplicationContext): NodeJS.Timeout {
  const clock = app.get(ClockQueries);
  const timer = setInterval(() => void clock.follow().catch(() => undefined), EVERY_MS);
  timer.unref();
  return timer;
}
