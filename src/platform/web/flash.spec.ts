import { describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import cookieParser from 'cookie-parser';
import express from 'express';
import fc from 'fast-check';
import { keepFlash, takeFlash } from './flash.js';

/** Keeps a sentence at POST and answers with it at GET, as JSON. */
async function withServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const app = express()
    .use(cookieParser('a secret'), express.json({ strict: false }))
    .post('/', (request, response) => (keepFlash(response, request.body as string, false), response.end()))
    .get('/', (request, response) => response.json(takeFlash(request, response)));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.close();
  }
}

async function keep(url: string, sentence: string): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(sentence), headers });
  return answer.headers.getSetCookie()[0] ?? '';
}

async function take(url: string, setCookie: string) {
  const answer = await fetch(url, { headers: { cookie: setCookie.split(';')[0]! } });
  return { sentence: (await answer.json()) as unknown, cleared: answer.headers.getSetCookie()[0] ?? null };
}

const said = (sentence: string) => withServer(async (url) => (await take(url, await keep(url, sentence))).sentence);

describe('a sentence for the next page', () => {
  it.each([
    'Assigned to 6 people.',
    'Diolch, Siân – ŵy a tŷ; “quoted” 100%',
    '谢谢 👍',
    'one\r\nSet-Cookie: evil=1',
    'a; Path=/; Domain=evil.example',
  ])('%j arrives as it was', async (sentence) => expect(await said(sentence)).toBe(sentence));

  it('is taken once, hidden from scripts, and gone after a minute', () =>
    withServer(async (url) => {
      const cookie = await keep(url, 'Saved.');
      expect(cookie).toMatch(/Max-Age=60; Path=\/; .*HttpOnly; SameSite=Lax/);
      expect((await take(url, cookie)).cleared).toMatch(/^cxu-flash=;.*1970/);
    }));

  it('of somebody else’s making says nothing', () =>
    withServer(async (url) => {
      for (const forged of [
        'cxu-flash=hello',
        'cxu-flash=s%3Ahello.forged',
        'cxu-flash=j%3A%7B%7D',
        'cxu-flash=%E0%A4%A',
      ]) {
        expect((await take(url, forged)).sentence).toBeNull();
      }
    }));

  it('that could pass for data is not read as such', async () => expect(await said('j:{"a":1}')).toBeNull());

  it('too long for a cookie is cut, and half a character is mended', async () => {
    expect(await said('ŵ'.repeat(5_000))).toBe(`${'ŵ'.repeat(399)}…`);
    expect(await said(`${'a'.repeat(398)}👍👍`)).toBe(`${'a'.repeat(398)}\uFFFD…`);
  });

  it('always fits into one cookie of one line', () =>
    withServer((url) =>
      fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 2_000, size: 'max' }), async (sentence) => {
          const pair = (await keep(url, sentence)).split(';')[0]!;
          expect([pair.length < 4_096, /[\r\n]/.test(pair)]).toEqual([true, false]);
        }),
        { numRuns: 50 },
      ),
    ));
});
