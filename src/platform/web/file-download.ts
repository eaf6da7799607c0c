import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';

/** A file of the data folder, sent while it is read. It is somebody's own: no cache keeps it. */
export class FileDownload {
  constructor(
    readonly fileName: string,
    readonly contentType: string,
    /** Where it lies; it must be there. */
    readonly path: string,
  ) {}
}

export async function sendFile(request: Request, response: Response, file: FileDownload): Promise<void> {
  const { size } = await stat(file.path);
  response.status(200).attachment(file.fileName).type(file.contentType);
  response.set({ 'Cache-Control': 'no-store', 'Content-Length': String(size) });
  if (request.method === 'HEAD') return void response.end();
  // The middleware before us and the pipeline each listen for the end: more than the ten at which Node suspects a leak.
  response.setMaxListeners(20);
  await pipeline(createReadStream(file.path), response).catch(unlessTheReaderLeft);
}

function unlessTheReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
}
