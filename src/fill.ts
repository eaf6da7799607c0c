import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { CampaignContentService } from './campaigns/campaign-content.service.js';
import { CoursesService } from './courses/courses.service.js';
import { DemoClock } from './demo/demo-clock.service.js';
import { DemoNetwork } from './demo/demo-network.service.js';
import { Config } from './platform/config.js';
import { root } from './platform/root.js';

/**
 * What a database holds before the first page is asked for: the shipped content and, where it is wanted, the demo
 * network. Doing it again changes nothing.
 */
export async function fill(app: INestApplicationContext, say: (line: string) => void): Promise<void> {
  const content = join(root, 'content');
  const { published, leftAlone } = await app.get(CoursesService).loadContent(content);
  if (published.length > 0) say(`Published ${published.length} courses.`);
  for (const slug of leftAlone) say(`Left ${slug} alone: it was written on or retired in the studio.`);
  await app.get(CampaignContentService).loadContent(content);
  const demo = app.get(DemoClock);
  if (app.get(Config).demo && (await app.get(DemoNetwork).loadIfEmpty(say))) await demo.begin();
  await demo.resume();
}
