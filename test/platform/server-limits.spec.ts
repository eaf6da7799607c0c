import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Agent, get, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import pg from 'pg';
import { limitedServer, SERVER_LIMITS } from '../../src/platform/web/server-limits.js';
import { MOST_AT_ONCE } from '../../src/platform/web/crowd.js';
import { stopServing } from '../../src/platform/web/stop-serving.js';
import { aColleague } from '../factories/colleagues.js';
import { startTestApp, type TestApp } from '../support/app.js';
import type { Answer, Browserless } from '../support/browserless.js';

const seconds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * 1_000));

describe('somebody who talks slowly', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    const limits = {
      headersTimeout: 300,
      requestTimeout: 600,
      keepAliveTimeout: 1_000,
      connectionsCheckingInterval: 50,
    };
    server = limitedServer((request, response) => request.resume().on('end', () => response.end('heard')), limits);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Says the first part at once, then a letter at a time, and answers with what came back and after how long. */
  async function drip(first: string): Promise<{ heard: string; after: number }> {
    const socket = connect(port, '127.0.0.1');
    const begun = Date.now();
    let heard = '';
    socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
    socket.on('error', () => undefined);
    socket.write(first);
    const dripping = setInterval(() => socket.write('x'), 50);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(dripping);
    return { heard, after: Date.now() - begun };
  }

  it('is cut off while still saying what is wanted', async () => {
    const { heard, after } = await drip('GET / HTTP/1.1\r\nHost: here\r\nX-Slow: ');
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(after).toBeLessThan(900);
  });

  it('is cut off in the middle of a form that never ends', async () => {
    const { heard, after } = await drip('POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000000\r\n\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(after).toBeLessThan(1_300);
  });

  it('does not hold up others', async () => {
    const slow = Array.from({ length: 200 }, () => drip('GET / HTTP/1.1\r\nX-Slow: '));
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('heard');
    await Promise.all(slow);
  });

  it('meets the same in the product: every server has its limits', async () => {
    const app = await startTestApp();
    const { headersTimeout, requestTimeout, keepAliveTimeout } = app.nest.getHttpServer() as Server;
    await app.stop();
    expect(SERVER_LIMITS).toMatchObject({ headersTimeout, requestTimeout, keepAliveTimeout });
  });
});

describe('a page that takes its time', () => {
  let app: TestApp;
  let sam: Browserless;
  let holder: pg.Client;
  beforeAll(async () => {
    app = await startTestApp();
    sam = await app.signInAs(await aColleague(app));
    holder = new pg.Client({ connectionString: app.databaseUrl });
    await holder.connect();
  });
  afterAll(async () => {
    await holder.end();
    await app.stop();
  });
  afterEach(() => holder.query('rollback'));

  /** The catalogue waits for its table until the transaction ends. */
  const hold = () => holder.query('begin; lock table course in access exclusive mode');
  const letGo = () => holder.query('rollback');
  const askFor = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const cookie = [...sam.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      get(app.url + path, { headers: { cookie }, agent: new Agent({ keepAlive: true }) }, resolve).on('error', reject);
    });

  it('does not become a queue in which nobody is served: what is too much is turned away in words', async () => {
    await hold();
    let turnedAway = 0;
    const count = (answer: Answer) => (turnedAway += Number(answer.status === 503));
    const many = Array.from({ length: MOST_AT_ONCE + 20 }, () => sam.get('/courses'));
    for (const one of many) void one.then(count);
    while (turnedAway < 20) await seconds(0.05);
    const live = await app.visitor().get('/health/live');
    await letGo();
    const answers = await Promise.all(many);
    const busy = answers.filter((answer) => answer.words.includes('Many people are here at this moment'));
    expect(live.status).toBe(200);
    expect(busy).toHaveLength(20);
    expect(busy[0]!.headers.get('retry-after')).toBe('5');
    expect(busy[0]!.words).toMatch(/quote [\w-]{36}/);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(MOST_AT_ONCE);
  });

  it('is finished when the process is told to stop, and the line is closed after it', async () => {
    await hold();
    const underWay = askFor('/courses');
    const idle = await keptOpen(app);
    await seconds(0.3);
    const stopping = stopServing(app.nest, 400);
    const ready = await app.visitor().get('/health/ready');
    expect([ready.status, ready.text, ready.headers.get('connection')]).toEqual([
      503,
      '{"status":"stopping"}',
      'close',
    ]);
    await idle.closed;
    await expect(fetch(`${app.url}/health/live`)).rejects.toThrow();
    await letGo();
    expect((await underWay).statusCode).toBe(200);
    await stopping;
  });
});

/** A line that was used once and is kept open. */
async function keptOpen(app: TestApp): Promise<{ closed: Promise<unknown> }> {
  const socket: Socket = connect(Number(new URL(app.url).port), '127.0.0.1');
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.write('GET /health/live HTTP/1.1\r\nHost: here\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  return { closed };
}
