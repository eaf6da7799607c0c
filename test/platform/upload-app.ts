/** The platform's forms with a file, tried on two handlers of our own: one keeps in memory, one on disk. */
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppModule } from '../../src/app.module.js';
import { readConfig } from '../../src/platform/config.js';
import { useOurTypes } from '../../src/platform/database/pg-types.js';
import { Public } from '../../src/platform/permissions.js';
import { useMiddleware } from '../../src/platform/web/middleware.js';
import { PageAdapter } from '../../src/platform/web/page.adapter.js';
import { Renderer } from '../../src/platform/web/renderer.js';
import type { ReceivedUpload } from '../../src/platform/web/upload-file.js';
import { Upload, Uploaded } from '../../src/platform/web/upload.js';
import { createTestDatabase } from '../support/database.js';

export const LIMIT = 300_000;

@Controller('try')
class Tries {
  @Post('memory')
  @Public()
  @Upload({ field: 'file', limit: LIMIT, keep: 'memory' })
  inMemory(@Uploaded() upload: ReceivedUpload, @Body() body: Record<string, unknown>) {
    const file = upload.take();
    return { name: file.name, size: file.size, sha256: file.sha256, text: file.content.toString(), words: body.words };
  }

  @Post('disk')
  @Public()
  @Upload({ field: 'file', limit: LIMIT, keep: 'disk' })
  async onDisk(@Uploaded() upload: ReceivedUpload, @Body() body: Record<string, unknown>) {
    const file = upload.take();
    if (body.keep === 'yes') file.keep();
    if (body.fail === 'yes') throw new Error('The handler failed.');
    const { mode } = await stat(file.path);
    return { name: file.name, mode: (mode & 0o777).toString(8), text: await readFile(file.path, 'utf8') };
  }

  @Post('none')
  @Public()
  withoutFile() {
    return { reached: true };
  }
}

@Module({})
class Probe {}

export interface UploadApp {
  url: string;
  /** Names of the files that lie in the folder of uploads. */
  lying(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startUploadApp(): Promise<UploadApp> {
  useOurTypes();
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'cxu-test-'));
  const config = readConfig({ DATABASE_URL: database.url, CXU_DATA: dataDir, CXU_LOG: 'silent' });
  const module = { module: Probe, imports: [AppModule.with(config, database.url)], controllers: [Tries] };
  const adapter = new PageAdapter();
  const app = await NestFactory.create<NestExpressApplication>(module, adapter, { bodyParser: false, logger: false });
  adapter.useRenderer(app.get(Renderer));
  useMiddleware(app);
  await app.listen(0, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`,
    lying: () => readdir(join(dataDir, 'uploads')).catch(() => []),
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Sends bytes that no browser would; `cut` breaks the connection after them. */
export function sendRaw(
  url: string,
  headers: Record<string, string>,
  chunks: readonly (string | Buffer)[],
  cut = false,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', (error) => (cut ? resolve({ status: 0, text: '' }) : reject(error)));
    for (const chunk of chunks) sent.write(chunk);
    if (cut) setTimeout(() => sent.destroy(), 100);
    else sent.end();
  });
}
