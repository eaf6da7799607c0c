import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { ContentFile } from '../../platform/content-file.js';

export interface ImageFile {
  name: string;
  bytes: Buffer;
}

/** Reads what lies in a content directory, in the order of names; a missing folder reads as empty. */
@Injectable()
export class ContentFiles {
  async courses(directory: string): Promise<ContentFile[]> {
    const files = await read(join(directory, 'courses'), /\.ya?ml$/);
    return files.map(({ name, bytes }) => ({ name: `content/courses/${name}`, text: bytes.toString('utf8') }));
  }

  images(directory: string): Promise<ImageFile[]> {
    return read(join(directory, 'images'), /\.(svg|png|jpg|webp)$/);
  }
}

async function read(folder: string, wanted: RegExp): Promise<ImageFile[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.filter((name) => wanted.test(name)).sort();
  return Promise.all(files.map(async (name) => ({ name, bytes: await readFile(join(folder, name)) })));
}
