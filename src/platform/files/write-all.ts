import type { FileHandle } from 'node:fs/promises';

/**
 * Writes all of a text from a place in the file on: a single write ends early, and without an error, where a disk is nearly
 * full.
 * @returns how many bytes that were
 */
export async function writeAll(file: FileHandle, text: string, from: number): Promise<number> {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length)
    written += (await file.write(bytes, written, bytes.length - written, from + written)).bytesWritten;
  return written;
}
