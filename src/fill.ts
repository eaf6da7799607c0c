import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CampaignContentService } from './campaigns/campaign-content.service.js';
import { CoursesService } from './courses/courses.service.js';
import { DemoClock } from './demo/demo-clock.service.js';
import { DemoNetwork } from './demo/demo-network.service.js';
import { Config } from './platform/config.js';
import { Database } from './platform/database/database.js';
import { folderStamp } from './platform/folder-stamp.js';
import { root } from './platform/root.js';
import { SettingsQueries } from './platform/settings.queries.js';

const CONTENT = join(root, 'content');
const STAMP = 'fill.content';

/**
 * What a database holds before the first page is asked for: the shipped content and, where it is wanted, the demo
 * network. Doing it again changes nothing.
 */
export async function fill(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  await loadContent(app, say);
  const demo = app.get(DemoClock);
  if (app.get(Config).demo && (await app.get(DemoNetwork).loadIfEmpty(say))) await demo.begin();
  await demo.resume();
}

/** The same files need not be read again by the same version of the product: reading them is a good part of a start. */
async function loadContent(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  const [settings, stamp] = [app.get(SettingsQueries), await folderStamp([CONTENT, join(root, 'dist', '.stamp')])];
  if ((await settings.read(STAMP)) === stamp) return;
  const { published, leftAlone } = await app.get(CoursesService).loadContent(CONTENT);
  if (published.length > 0) say(`Published ${published.length} courses.`);
  for (const slug of leftAlone) say(`Left ${slug} alone: it was written on or retired in the studio.`);
  await app.get(CampaignContentService).loadContent(CONTENT);
  await settings.save(app.get(Database), STAMP, stamp);
}
