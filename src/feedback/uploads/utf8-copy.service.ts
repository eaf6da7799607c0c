import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { pipeline } from 'node:stream/promises';
import { RuleBroken } from '../../platform/errors.js';
import { noText } from '../sources/samples.service.js';
import { type Encoding, encodingOf } from '../sources/text-encoding.js';

/** A file in UTF-8: itself, or a copy beside it that has to be removed. */
export interface Utf8File {
  path: string;
  encoding: Encoding;
  /** Of the file as it came. */
  sha256: string;
  remove(): Promise<void>;
}

/** The import reads UTF-8 only; what a survey tool or a spreadsheet wrote otherwise is rewritten first. */
@Injectable()
export class Utf8Copies {
  /** @throws RuleBroken when it is no text. */
  async of(path: string): Promise<Utf8File> {
    const { isUtf8, sha256 } = await passOver(path);
    const encoding = encodingOf(await headOf(path), isUtf8);
    if (encoding === null) throw new RuleBroken(noText());
    if (encoding === 'utf-8') return { path, encoding, sha256, remove: () => Promise.resolve() };
    const copy = `${path}.utf8`;
    const source = createReadStream(path) as AsyncIterable<Buffer>;
    await pipeline(decoded(source, encoding), createWriteStream(copy, { mode: 0o600 }));
    return { path: copy, encoding, sha256, remove: () => rm(copy, { force: true }) };
  }
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function passOver(path: string): Promise<{ isUtf8: boolean; sha256: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = createHash('sha256');
  let isUtf8 = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    isUtf8 = isUtf8 && decodes(decoder, chunk);
  }
  return { isUtf8: isUtf8 && decodes(decoder), sha256: hash.digest('hex') };
}

function decodes(decoder: Pick<InstanceType<typeof TextDecoder>, 'decode'>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
