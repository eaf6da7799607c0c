import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import { privateFolder } from '../files/private-folder.js';
import { shownName, UploadedFile } from './upload-file.js';

/** Where uploads lie in the data folder, each under a name of ours. */
export const UPLOADS = 'uploads';

type Stored = (error?: unknown, info?: Partial<Express.Multer.File>) => void;

/** Puts a part of a form where it was declared to be kept, with its hash; what breaks off leaves nothing behind. */
export class UploadStorage implements StorageEngine {
  constructor(
    private readonly dataDir: string,
    private readonly keep: 'memory' | 'disk',
  ) {}

  _handleFile(request: Request, file: Express.Multer.File, done: Stored): void {
    const stored = this.keep === 'disk' ? this.toDisk(file) : toMemory(file);
    stored.then(
      (arrived) => {
        arrivals.set(request, arrived);
        done(null, { size: arrived.size });
      },
      (error: unknown) => done(error),
    );
  }

  _removeFile(request: Request, _file: Express.Multer.File, done: (error: Error | null) => void): void {
    void discardArrival(request).then(() => done(null));
  }

  private async toDisk(file: Express.Multer.File): Promise<UploadedFile> {
    const path = join(await privateFolder(this.dataDir, UPLOADS), randomUUID());
    const handle = await open(path, 'wx', 0o600);
    try {
      const { bytes, sha256 } = await measured(file.stream, handle.createWriteStream());
      return new UploadedFile(shownName(file.originalname), bytes, sha256, { path });
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }
}

async function toMemory(file: Express.Multer.File): Promise<UploadedFile> {
  const parts: Buffer[] = [];
  const gather = new Writable({
    write(chunk: Buffer, _encoding, next) {
      parts.push(chunk);
      next();
    },
  });
  const { bytes, sha256 } = await measured(file.stream, gather);
  return new UploadedFile(shownName(file.originalname), bytes, sha256, { content: Buffer.concat(parts) });
}

async function measured(from: Readable, to: Writable): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  async function* measuring(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(from, measuring, to);
  return { bytes, sha256: hash.digest('hex') };
}

const arrivals = new WeakMap<Request, UploadedFile>();

/** The file that a request brought, once it has arrived whole. */
export function arrivalOf(request: Request): UploadedFile | null {
  return arrivals.get(request) ?? null;
}

export async function discardArrival(request: Request): Promise<void> {
  await arrivals.get(request)?.discard();
  arrivals.delete(request);
}
