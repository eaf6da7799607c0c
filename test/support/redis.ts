import { describe } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';

const program = (process.env.PATH ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'redis-server'))
  .find((path) => existsSync(path));

/** Specs that need a Redis; where none is installed they are skipped, and the name says why. */
export function describeWithRedis(name: string, specs: () => void): void {
  if (program) describe(name, specs);
  else describe.skip(`${name} (skipped: no redis-server in PATH)`, specs);
}

/** A Redis of this spec's own, on a free port, that keeps nothing on disk. */
export class TestRedis {
  private constructor(
    private child: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(): Promise<TestRedis> {
    const port = await freePort();
    const redis = new TestRedis(launch(port), port);
    await redis.answers();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Gone at once, with all it held. */
  async kill(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGKILL');
    await ended;
  }

  /** On the same port, with nothing in it. */
  async startAgain(): Promise<void> {
    this.child = launch(this.port);
    await this.answers();
  }

  private async answers(): Promise<void> {
    const client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping();
    client.disconnect();
  }
}

function launch(port: number): ChildProcess {
  const settings = ['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--daemonize', 'no'];
  return spawn(program!, ['--port', String(port), ...settings], { stdio: 'ignore' });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
