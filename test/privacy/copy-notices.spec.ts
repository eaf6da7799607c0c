/** Whoever asked for a copy hears that it is there, and once more before it goes; never whose it is. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../src/platform/config.js';
import { Erasures } from '../../src/platform/privacy/erasure.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { aPrivacyWorld, askForCopy, bytesOf, idOf, letGo, ownCopy, signedIn } from './privacy-world.js';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: '2027-02-10T10:00:00Z' });
  await aPrivacyWorld(app);
});
afterAll(() => app.stop());

const inbox = async (reference: string) => (await (await signedIn(app, reference)).get('/messages')).words;
const told = async (reference: string) =>
  app.db.query<{ kind: string; state: string; why: string | null }>(
    `select kind, state, why from message where person_id = $1 order by id`,
    [await idOf(app, reference)],
  );

describe('whoever asked for their own copy', () => {
  it('is told that it is there and how long, in their language', async () => {
    await ownCopy(app, await signedIn(app, 'sam'));
    expect(await inbox('sam')).toContain('Your copy is ready');
    expect(await inbox('sam')).toContain('in one file. It’s deleted after 7 days.');
    await app.db.query(`update person set language = 'cy' where reference = 'bo'`);
    await ownCopy(app, await signedIn(app, 'bo'));
    expect(await inbox('bo')).toContain('Mae eich copi’n barod');
  });

  it('is reminded a day before it goes', async () => {
    expect(await inbox('sam')).not.toContain('Your copy is deleted tomorrow');
    app.clock.set('2027-02-16T10:00:00Z');
    expect(await inbox('sam')).toContain('Your copy is deleted tomorrow');
    app.clock.set('2027-02-10T10:00:00Z');
  });

  it('is not reminded of what they have taken away', async () => {
    const cy = await signedIn(app, 'cy');
    expect((await bytesOf(cy, await ownCopy(app, cy))).status).toBe(200);
    expect(await told('cy')).toContainEqual({
      kind: 'privacy.copyGoes',
      state: 'suppressed',
      why: 'The copy has been taken away.',
    });
  });

  it('nor of what is gone', async () => {
    await app.db.query(`update subject_export set made_at = made_at - interval '8 days'`);
    await letGo(app);
    expect((await told('sam')).at(-1)).toEqual({
      kind: 'privacy.copyGoes',
      state: 'suppressed',
      why: 'The copy has been deleted.',
    });
  });
});

describe('an administrator who asked for somebody', () => {
  it('is told without a name', async () => {
    await askForCopy(app, 'liv');
    await app.runJobs();
    expect(await inbox('ros')).toContain('The copy that you asked for is ready');
    expect(await inbox('ros')).not.toContain('Lately');
    const rows = await app.db.query(`select facts from message where facts::text ~* 'liv|lately'`);
    expect(rows).toEqual([]);
  });

  it('keeps no copy of somebody who is made anonymous, nor one that is being made at that moment', async () => {
    const folder = join(app.nest.get(Config).dataDir, 'copies');
    await askForCopy(app, 'liv');
    const liv = await idOf(app, 'liv');
    await app.db.write(async (tx) => {
      for (const erasure of app.nest.get(Erasures).all) await erasure.apply(tx, [liv]);
    });
    await app.runJobs();
    expect(await readdir(folder)).toEqual([]);
    const lying = await app.db.query(
      'select 1 from subject_export where person_id = $1 and (stored_as is not null or deleted_at is null)',
      [liv],
    );
    expect(lying).toEqual([]);
  });
});
