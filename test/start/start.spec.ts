import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Running } from './process.js';

let folder: string;
let running: Running[];

function npmStart(env: Record<string, string>): Running {
  const settings = { CXU_DATA: join(folder, 'data'), CXU_DEMO: '0', CXU_NOW: '', CXU_URL: '', HOST: '' };
  const started = Running.node(['scripts/start.mjs'], { ...settings, ...env });
  running.push(started);
  return started;
}

async function freePort(): Promise<string> {
  const { port, close } = await takenPort();
  await close();
  return port;
}

async function takenPort(): Promise<{ port: string; close(): Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: String((server.address() as AddressInfo).port), close };
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cxu-start-'));
  await chmod(folder, 0o755);
  running = [];
});

afterEach(async () => {
  await Promise.all(running.map((started) => started.kill('SIGTERM')));
  await rm(folder, { recursive: true, force: true });
});

describe('npm start', () => {
  it('prints where it is ready, starts again with nothing left to set up, and again after kill -9', async () => {
    const port = await freePort();
    const ready = new RegExp(`CX University is ready at http://127.0.0.1:${port}`);
    const first = npmStart({ PORT: port });
    await first.says(ready);
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect([answer.status, await answer.json()]).toEqual([200, { status: 'ready' }]);
    expect(await first.kill('SIGTERM')).toBe(0);

    const second = npmStart({ PORT: port });
    await second.says(ready);
    expect(second.output).toMatch(/^Starting the database\.\nCX University is ready at \S+\n$/);
    await second.kill('SIGKILL');

    const third = npmStart({ PORT: port });
    await third.says(ready);
    expect(third.output).toContain('Found the database of a run that was cut short');
    expect(await third.kill('SIGTERM')).toBe(0);
  }, 240_000);

  it('leaves no database behind when it is told to stop while it starts', async () => {
    const started = npmStart({ PORT: await freePort() });
    await started.says(/Bringing the database up to date/);
    expect(await started.kill('SIGTERM')).not.toBe(0);
    const again = npmStart({ PORT: await freePort() });
    await again.says(/Starting the database/);
    expect(again.output).not.toContain('cut short');
  });

  it('says that its port is taken before it touches anything', async () => {
    const { port, close } = await takenPort();
    const started = npmStart({ PORT: port });
    expect(await started.ended).toBe(1);
    await close();
    expect(started.output).toBe(
      `Port ${port} is taken by another program. Stop it, or start with another one: PORT=${Number(port) + 1} npm start\n`,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['does not answer', 'postgres://cxu:secret@127.0.0.1:1/cxu', /127\.0\.0\.1:1\/cxu does not answer: .*ECONNREFUSED/],
    ['is no address', 'cxu@localhost', /must look like postgres:\/\/user:password@host:5432\/database\./],
  ])('says so when DATABASE_URL %s', async (_what, url, sentence) => {
    const started = npmStart({ PORT: await freePort(), DATABASE_URL: url });
    expect(await started.ended).toBe(1);
    expect(started.output).toMatch(sentence);
    expect(started.output).not.toContain('secret');
    expect(started.output).not.toContain('    at ');
  });
});
