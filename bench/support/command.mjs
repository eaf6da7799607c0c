import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

/**
 * A command of its own, as somebody would type it.
 * @returns {Promise<{code: number, said: string, seconds: number, megabytes: number}>}
 */
export async function command(databaseUrl, args) {
  const data = mkdtempSync(join(tmpdir(), 'cxu-bench-command-'));
  const begun = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args, '--json'], {
    env: { ...process.env, DATABASE_URL: databaseUrl, CXU_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part));
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, mostMemory(child.pid))), 200);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  const seconds = (performance.now() - begun) / 1000;
  rmSync(data, { recursive: true, force: true });
  return { code, said, seconds, megabytes };
}

/** The same, which must do all that it is told. */
export async function done(databaseUrl, args) {
  const ran = await command(databaseUrl, args);
  if (ran.code !== 0) throw new Error(`cxu ${args.join(' ')} ended with ${ran.code}: ${ran.said}`);
  return ran;
}

function mostMemory(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
