import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { pipeline } from 'node:stream/promises';
import { RuleBroken } from '../../platform/errors.js';
import { t } from '../../platform/language/t.js';
import { wrongKind } from '../sources/file-kinds.js';
import { endsLinesWithReturns, readableText } from '../sources/readable-text.js';
import { noText } from '../sources/samples.service.js';
import { type Encoding, encodingOf } from '../sources/text-encoding.js';

/** A file in UTF-8: itself, or a copy that has to be removed. */
export interface Utf8File {
  path: string;
  encoding: Encoding;
  /** Of the file as it came. */
  sha256: string;
  remove(): Promise<void>;
}

/** The import reads lines of UTF-8 only; what a survey tool or a spreadsheet wrote otherwise is rewritten first. */
@Injectable()
export class Utf8Copies {
  /** Does something with the text of a file, and leaves no copy behind. @param chosen as with `of` */
  async read<T>(path: string, chosen: Encoding | '' | undefined, work: (text: Utf8File) => Promise<T>): Promise<T> {
    const text = await this.of(path, chosen || undefined);
    try {
      return await work(text);
    } finally {
      await text.remove();
    }
  }

  /**
   * @param chosen how somebody said that it is written; told from the file when nobody did
   * @throws RuleBroken when it is no text.
   */
  async of(path: string, chosen?: Encoding, copy = `${path}.utf8`): Promise<Utf8File> {
    const { isUtf8, hasNull, sha256 } = await passOver(path);
    const head = await headOf(path);
    const encoding = encodingIn(head, isUtf8, chosen);
    const returnsOnly = endsLinesWithReturns(new TextDecoder(encoding).decode(head, { stream: true }));
    if (encoding === 'utf-8' && isUtf8 && !hasNull && !returnsOnly)
      return { path, encoding, sha256, remove: () => Promise.resolve() };
    const source = createReadStream(path) as AsyncIterable<Buffer>;
    await pipeline(decoded(source, encoding, returnsOnly), createWriteStream(copy, { mode: 0o600 }));
    return { path: copy, encoding, sha256, remove: () => rm(copy, { force: true }) };
  }
}

function encodingIn(head: Uint8Array, isUtf8: boolean, chosen: Encoding | undefined): Encoding {
  const wrong = wrongKind(head);
  if (wrong !== null) throw new RuleBroken(t(wrong));
  const encoding = chosen ?? encodingOf(head, isUtf8);
  if (encoding === null) throw new RuleBroken(noText());
  return encoding;
}

async function* decoded(chunks: AsyncIterable<Buffer>, encoding: Encoding, returnsOnly: boolean) {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield readableText(decoder.decode(chunk, { stream: true }), returnsOnly);
  yield readableText(decoder.decode(), returnsOnly);
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

async function passOver(path: string): Promise<{ isUtf8: boolean; hasNull: boolean; sha256: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const hash = createHash('sha256');
  let isUtf8 = true;
  let hasNull = false;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    hasNull ||= chunk.includes(0);
    isUtf8 = isUtf8 && decodes(decoder, chunk);
  }
  return { isUtf8: isUtf8 && decodes(decoder), hasNull, sha256: hash.digest('hex') };
}

function decodes(decoder: Pick<InstanceType<typeof TextDecoder>, 'decode'>, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
