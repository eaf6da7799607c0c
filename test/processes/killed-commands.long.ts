import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFile, everyRow } from '../network/files.js';
import type { TestApp } from '../support/app.js';
import { aSmallNetwork, beside, IMPORTS, killAt } from './import-killing.js';

let app: TestApp;
beforeAll(async () => void (app = await aSmallNetwork()));
afterAll(() => app.stop());

const cxu = (...args: string[]) => beside(app, 'dist/cli.js', ...args, '--json');
const history = () => app.db.query('select kind, state, result from file_import order by id');

async function answerOf(...args: string[]): Promise<[code: number | null, answer: unknown]> {
  const command = cxu(...args);
  const code = await command.ended;
  return [code, JSON.parse(command.answer)];
}

describe('a command that is killed in the middle of an import', () => {
  it.each(IMPORTS)(
    'of $kind leaves nothing behind, also of its undo, and is run again',
    async (its) => {
      const [before, known] = [await everyRow(app), await history()];
      const path = aFile(its.file);
      await killAt(app, its.table, () => cxu('import', its.kind, path));
      expect([await everyRow(app), await history()]).toEqual([before, known]);
      const all = { read: its.rows, rejected: 0, unchanged: 0 };
      expect(await answerOf('import', its.kind, path)).toEqual([0, expect.objectContaining(all)]);
      const after = await everyRow(app);
      await killAt(app, its.undoneAt, () => cxu('import', 'undo', its.kind));
      expect(await everyRow(app)).toEqual(after);
      expect(await answerOf('import', 'undo', its.kind)).toEqual([0, expect.objectContaining({ undoneBefore: null })]);
      expect(await everyRow(app)).toEqual(before);
    },
    240_000,
  );
});
