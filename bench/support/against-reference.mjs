/** Pages and statements against the least that any page for a known person costs, measured in the same run. */
import { fileURLToPath } from 'node:url';
import { Client } from './client.mjs';
import { cpuEach, quantile } from './measure.mjs';
import { freePort, startNode } from './process.mjs';

const WARM = 30;
const TIMES = 60;

/** The median and the 95th percentile of some work done by one user at a time, in milliseconds. */
export async function timed(work) {
  for (let at = 0; at < WARM; at += 1) await work(at);
  const times = [];
  for (let at = 0; at < TIMES; at += 1) {
    const begun = performance.now();
    await work(at);
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  return { median: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** Express with a session and one select, on the same database. */
export async function startReference({ databaseUrl, sides }) {
  const port = await freePort();
  const script = fileURLToPath(new URL('../references/session-and-select.mjs', import.meta.url));
  const server = await startNode(script, { env: { PORT: String(port), DATABASE_URL: databaseUrl }, ready: 'ready' });
  const user = new Client(`http://127.0.0.1:${port}`);
  await user.get('/begin');
  return {
    user,
    sides: { web: server.pid, database: sides.database },
    stop: () => {
      user.close();
      return server.stop();
    },
  };
}

export async function referenceFigures({ user, sides }) {
  const { median, p95 } = await timed(() => user.get('/'));
  const cpu = await cpuEach(sides, 60, () => user.get('/'));
  return {
    'session and select: median ms': median,
    'session and select: 95th percentile ms': p95,
    'session and select: CPU ms': cpu.all,
  };
}

export function withRatio({ name, value, unit }, references) {
  const against = name.endsWith('median')
    ? references['session and select: median ms']
    : name.endsWith('95th percentile')
      ? references['session and select: 95th percentile ms']
      : name.endsWith('CPU')
        ? references['session and select: CPU ms']
        : null;
  return { name, value, unit, ratio: against === null ? null : value / against };
}
