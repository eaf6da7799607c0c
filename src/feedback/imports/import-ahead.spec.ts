import { describe, expect, it } from '@jest/globals';
import { type ImportAhead, sayAhead, sayWhatLands } from './import-ahead.js';

const AN_IMPORT: ImportAhead = { does: 'import', importId: 12, fileName: 'may.csv', name: null, fileImportId: null };

describe('what those who wait are told', () => {
  it.each<[Partial<ImportAhead>, string, string | null]>([
    [{}, 'may.csv is being imported (import 12).', 'Import 12 is landing its answers.'],
    [
      { name: 'Ros Aldous' },
      'may.csv is being imported (import 12) by Ros Aldous.',
      'Import 12 is landing its answers.',
    ],
    [{ does: 'undo' }, 'Import 12 (may.csv) is being undone.', 'Import 12 is being undone.'],
    [{ does: 'look', importId: null, name: 'Ros Aldous' }, 'may.csv is being looked at by Ros Aldous.', null],
  ])('of %j', (more, command, program) => {
    expect(sayAhead({ ...AN_IMPORT, ...more })).toBe(`${command} This one begins when that ends.`);
    const said = sayWhatLands({ ...AN_IMPORT, ...more });
    expect(said).toBe(program && `${program} The same request does well when that has ended.`);
  });

  it('when nobody knows who is before them', () => {
    expect(sayAhead(null)).toBe('Another import is under way. This one begins when that ends.');
    expect(sayWhatLands(null)).toBeNull();
  });
});
