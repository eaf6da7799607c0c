import { describe, expect, it } from '@jest/globals';
import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { csvDownload } from './csv-download.js';
import { sendCsv } from './csv-sender.js';

interface Cup {
  tea: string;
  sugar: number | null;
}

const COLUMNS = [
  { heading: 'Tea', of: ({ tea }: Cup) => tea },
  { heading: 'Sugar, lumps', of: ({ sugar }: Cup) => sugar },
];

async function textOf(rows: Iterable<Cup>): Promise<string> {
  let text = '';
  for await (const chunk of csvDownload('cups.csv', COLUMNS, rows).chunks()) text += chunk;
  return text;
}

/** An endless pot: says how many were poured, and whether somebody stopped pouring. */
function endless() {
  const pot = { poured: 0, stopped: false };
  async function* pour(): AsyncGenerator<Cup> {
    try {
      for (;;) {
        pot.poured += 1;
        yield { tea: 'x'.repeat(1000), sugar: pot.poured };
      }
    } finally {
      pot.stopped = true;
    }
  }
  return { pot, pour };
}

async function withServer<T>(rows: () => AsyncIterable<Cup> | Iterable<Cup>, work: (url: string) => Promise<T>) {
  const server = express()
    .get('/', (request, response) => sendCsv(request, response, csvDownload('Cwpanau tê.csv', COLUMNS, rows())))
    .use((_error: Error, _request: express.Request, response: express.Response, next: express.NextFunction) =>
      response.headersSent ? next() : response.status(500).end('sorry'),
    )
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const until = async (holds: () => boolean) => {
  for (let tries = 0; !holds() && tries < 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
};

describe('a table as a file', () => {
  it('starts with its mark and headings, and writes numbers as numbers', async () => {
    expect(await textOf([{ tea: 'Tŷ', sugar: -1.5 }])).toBe('\uFEFFTea,"Sugar, lumps"\r\nTŷ,-1.5\r\n');
  });

  it('keeps a formula, a quotation mark and a line break from meaning anything', async () => {
    const rows = [
      { tea: '=HYPERLINK("x")', sugar: null },
      { tea: 'a\nb', sugar: 0 },
    ];
    expect(await textOf(rows)).toContain('\r\n"\'=HYPERLINK(""x"")",\r\n"a\nb",0\r\n');
  });

  it('has its headings when there is no row', async () =>
    expect(await textOf([])).toBe('\uFEFFTea,"Sugar, lumps"\r\n'));

  it('goes out with a name, a type and no store', async () => {
    await withServer(
      () => [{ tea: 'Assam', sugar: 1 }],
      async (url) => {
        const answer = await fetch(url);
        expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
        expect(answer.headers.get('content-disposition')).toContain(`filename*=UTF-8''Cwpanau%20t%C3%AA.csv`);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(Buffer.from(await answer.arrayBuffer()).toString()).toContain('Assam,1');
      },
    );
  });

  it('reads nothing when only its headers are asked for', async () => {
    const { pot, pour } = endless();
    await withServer(pour, async (url) => {
      const answer = await fetch(url, { method: 'HEAD' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    });
    expect(pot.poured).toBe(0);
  });

  it('reads no faster than it is taken, and stops when the reader leaves', async () => {
    const { pot, pour } = endless();
    await withServer(pour, async (url) => {
      const leaving = new AbortController();
      const answer = await fetch(url, { signal: leaving.signal });
      await answer.body!.getReader().read();
      await new Promise((resolve) => setTimeout(resolve, 100));
      const before = pot.poured;
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(pot.poured).toBe(before);
      leaving.abort();
      await until(() => pot.stopped);
    });
    expect(pot.stopped).toBe(true);
  });

  it('is an error page when nothing can be read, and a broken file when reading fails half way', async () => {
    async function* failing(after: number): AsyncGenerator<Cup> {
      for (let cup = 0; cup < after; cup += 1) yield { tea: 'x'.repeat(1000), sugar: cup };
      throw new Error('The pot is empty.');
    }
    await withServer(
      () => failing(0),
      async (url) => expect((await fetch(url)).status).toBe(500),
    );
    await withServer(
      () => failing(100),
      async (url) => {
        const answer = await fetch(url);
        expect(answer.status).toBe(200);
        await expect(answer.text()).rejects.toThrow();
      },
    );
  });
});
