import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { CsvDownload } from './csv-download.js';
import { noteError } from './request-log.js';

/**
 * Sends a table as it is read. The first chunk is read before the first byte leaves, so that what cannot be read at all is
 * an ordinary error page; what fails later breaks the connection off, and the browser says that the file is not whole.
 * Asked for its headers only (HEAD), nothing is read.
 */
export async function sendCsv(request: Request, response: Response, { fileName, chunks }: CsvDownload): Promise<void> {
  if (request.method === 'HEAD') return void headed(response, fileName).end();
  const source = chunks();
  const first = await source.next();
  headed(response, fileName);
  // The middleware before us and the pipeline each listen for the end: more than the ten at which Node suspects a leak.
  response.setMaxListeners(20);
  await pipeline(Readable.from(from(first, source, response)), response).catch(unlessTheReaderLeft);
}

function headed(response: Response, fileName: string): Response {
  return response.status(200).attachment(fileName).type('text/csv').set('Cache-Control', 'no-store');
}

async function* from(first: IteratorResult<string, void>, rest: AsyncGenerator<string, void>, response: Response) {
  try {
    if (first.done) return;
    yield first.value;
    yield* rest;
  } catch (error) {
    noteError(response, error);
    throw error;
  } finally {
    await rest.return();
  }
}

/** Somebody who closes the page in the middle of a download has done nothing wrong. */
function unlessTheReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
