import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../../src/app.module.js';
import { fill } from '../../src/fill.js';
import { readConfig } from '../../src/platform/config.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { useOurTypes } from '../../src/platform/database/pg-types.js';
import { root } from '../../src/platform/root.js';
import type { Template } from './database.js';

/** Everything of which the demo network is made. */
const MADE_OF = [
  'migrations',
  'content',
  'src/demo',
  'src/generate',
  'src/feedback/custom-metrics/values',
  'src/feedback/imports',
  'src/feedback/rollups',
  'src/courses',
  'src/assessment/quizzes',
  'src/impact/panel',
  'src/impact/studies',
  'src/statistics',
];

/** The demo network as `npm start` loads it: half a minute once per server, then a copy per spec file. */
export const DEMO: Template = {
  key: async () => (await Promise.all(MADE_OF.map((folder) => textOf(join(root, folder))))).join(),
  make: async (url) => {
    await migrate(url, () => undefined);
    useOurTypes();
    const config = readConfig({ DATABASE_URL: url, CXU_DEMO: '1', CXU_LOG: 'silent' });
    const app = await NestFactory.createApplicationContext(AppModule.with(config, url), { logger: ['error'] });
    await fill(app, () => undefined);
    await app.close();
  },
};

async function textOf(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return (await Promise.all(paths.map((path) => readFile(path, 'utf8')))).join('\n');
}
