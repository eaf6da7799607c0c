import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aFile } from '../network/files.js';
import { HeldStill } from '../processes/held-still.js';
import { besideBy } from '../processes/import-killing.js';
import { type TestApp, startTestApp } from '../support/app.js';
import { Cable } from '../support/cable.js';
import { halfWrong, withLittleRoom } from './full-disk.js';
import { aSmallNetwork, HEADING, importFile, MAPPING, textOf } from './imports.js';
import { sameHoweverOftenKilled, WITH_IDS } from './killed-answers.js';
import { notAsRecounted } from './recount.js';
import { forgetAnswers } from './undo-world.js';

let app: TestApp;
let mapping: string;
beforeAll(async () => {
  app = await startTestApp();
  await aSmallNetwork(app);
  mapping = aFile('');
  writeFileSync(mapping, JSON.stringify(MAPPING));
});
afterAll(() => app.stop());

describe('an import of answers that is killed five times, at any moment, and run again', () => {
  it(
    'ends in the same state as one that was left alone',
    () => sameHoweverOftenKilled(app, 12_000, 5, WITH_IDS),
    300_000,
  );
});

describe('an import of answers that cannot go on', () => {
  beforeEach(() => forgetAnswers(app));

  const order = (path: string) => ['import', 'responses', path, '--source', 'Branch survey', '--mapping', mapping];
  const landed = () => app.db.query('select from survey_response');

  it('for want of room for its rejected lines says so, and lands nothing without them; later all of it, with the whole list', async () => {
    const path = aFile([HEADING, ...halfWrong(4000), ''].join('\n'));
    const command = withLittleRoom(app, {}, 'dist/cli.js', ...order(path));
    expect([await command.ended, command.output]).toEqual([
      1,
      expect.stringContaining('There is no room left on the disk. What had landed stays.'),
    ]);
    expect(command.output).not.toContain(' at ');
    expect(await landed()).toEqual([]);
    expect(await notAsRecounted(app)).toEqual([]);
    const result = await importFile(app, path);
    expect(result).toMatchObject({ new: 2000, rejected: 2000 });
    const lines = textOf(result.rejects).trim().split('\n');
    expect([lines.length, new Set(lines).size]).toEqual([2001, 2001]);
    expect(await notAsRecounted(app)).toEqual([]);
  });

  it('because the database went away says so, and goes on where it was', async () => {
    const path = aFile([HEADING, ...halfWrong(50), ''].join('\n'));
    const [cable, held] = [await Cable.to(app.databaseUrl), await HeldStill.at(app.databaseUrl, 'survey_response')];
    const command = besideBy(cable.url, app, 'dist/cli.js', ...order(path));
    await held.caught();
    await cable.cut();
    expect([await command.ended, command.output]).toEqual([1, expect.stringContaining('The database went away.')]);
    await held.release();
    expect(await landed()).toEqual([]);
    expect(await importFile(app, path)).toMatchObject({ read: 50, new: 25, rejected: 25 });
    expect(await app.db.query('select from survey_import where finished_at is null')).toEqual([]);
    expect(await notAsRecounted(app)).toEqual([]);
  });
});
