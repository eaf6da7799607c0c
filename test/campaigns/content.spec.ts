import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CampaignContentService } from '../../src/campaigns/campaign-content.service.js';
import type { TestApp } from '../support/app.js';
import { as, pledge, startWeek, WEEK } from './week-world.js';

const FILE = 'campaigns/love-your-customers-week-2027.yaml';

describe('loading campaign content', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startWeek();
  });
  afterAll(() => app.stop());

  const load = (directory: string) => app.nest.get(CampaignContentService).loadContent(directory);

  /** The shipped campaigns with one file changed. */
  async function changed(change: (text: string) => string): Promise<string> {
    const directory = await mkdtemp(join(tmpdir(), 'cxu-campaigns-'));
    await cp(resolve('content/campaigns'), join(directory, 'campaigns'), { recursive: true });
    await writeFile(join(directory, FILE), change(await readFile(join(directory, FILE), 'utf8')));
    return directory;
  }

  it('changes nothing the second time', async () => {
    expect(await load(resolve('content'))).toEqual({ loaded: [] });
  });

  it('takes over other words and keeps what people pledged', async () => {
    const sam = await as(app, 'sam');
    await pledge(sam, 'I’ll listen.');
    const directory = await changed((text) => text.replace('Listen first, then own the fix.', 'Listen, then fix.'));
    expect(await load(directory)).toEqual({ loaded: ['love-your-customers-week-2027'] });
    const { words } = await sam.get(`${WEEK}/days/2027-02-10`);
    expect(words).toContain('Listen, then fix.');
    expect(words).toContain('Change my pledge');
  });

  it('refuses a course that is not published, by name', async () => {
    const directory = await changed((text) => text.replace('course: make-it-easy', 'course: make-it-hard'));
    await expect(load(directory)).rejects.toThrow('There is no published course “make-it-hard”');
  });

  it('refuses to take out a day on which people pledged', async () => {
    await pledge(await as(app, 'al'), 'I’ll ring back.');
    const wednesday = /^ {2}- heldOn: 2027-02-10[\s\S]*?(?=^ {2}- heldOn)/m;
    await expect(load(await changed((text) => text.replace(wednesday, '')))).rejects.toThrow('A day with pledges');
    expect((await (await as(app, 'al')).get(`${WEEK}/days/2027-02-10`)).status).toBe(200);
  });

  it('names file and line of a slip and changes nothing', async () => {
    const directory = await changed((text) => text.replace('driver: efficiency', 'driver: speed'));
    await expect(load(directory)).rejects.toThrow(/love-your-customers-week-2027\.yaml, line \d+: Day 2: set “driver”/);
  });
});
