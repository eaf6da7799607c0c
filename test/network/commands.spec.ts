import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase } from '../support/database.js';
import { Running } from '../start/process.js';
import { aFile, PERSON_HEADER, UNIT_HEADER } from './files.js';

let database: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'cxu-network-commands-'));
});
afterAll(async () => {
  await database.drop();
  await rm(dataDir, { recursive: true });
});

async function cxu(...args: string[]): Promise<{ code: number | null; answer: string; said: string }> {
  const command = Running.node(['scripts/cxu.mjs', ...args], { DATABASE_URL: database.url, CXU_DATA: dataDir });
  const code = await command.ended;
  return { code, answer: command.answer, said: command.output };
}

describe('the network on the command line', () => {
  it('comes in, goes out as it came, and is undone once', async () => {
    const units = aFile(`${UNIT_HEADER}\nR1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,\n`);
    const people = aFile(
      [PERSON_HEADER, 'sam,Sam Kaur,,000001,staff,2020-01-01,', 'pat,Pat Rue,,999999,staff,2020-01-01,', ''].join('\n'),
    );
    expect((await cxu('import', 'network', units, '--json')).code).toBe(0);
    const taken = await cxu('import', 'people', people, '--json');
    expect(taken.code).toBe(2);
    const { rejects, differences, ...result } = JSON.parse(taken.answer) as Record<string, string>;
    expect(result).toMatchObject({ read: 2, new: 1, rejected: 1 });
    expect(await readFile(rejects!, 'utf8')).toContain('\n3,unit_code,');
    expect(await readFile(differences!, 'utf8')).toMatch(
      /^line,change,.*\n2,new,sam,Sam Kaur,,000001,2020-01-01,,,,,\n3,rejected,/,
    );

    const out = join(dataDir, 'people.csv');
    expect(await cxu('export', 'people', out, '--json')).toMatchObject({ code: 0 });
    expect(await readFile(out, 'utf8')).toBe(`\ufeff${PERSON_HEADER}\r\nsam,Sam Kaur,,000001,staff,2020-01-01,\r\n`);
    expect((await cxu('export', 'network', '--on', '2019-01-01')).answer.trim()).toBe(`${UNIT_HEADER},merged_into`);

    const undone = await cxu('import', 'undo', 'people');
    expect([undone.code, undone.answer]).toEqual([0, expect.stringContaining('Taken out: 1 person.')]);
    const again = await cxu('import', 'undo', 'people', '--json');
    expect([again.code, JSON.parse(again.answer)]).toEqual([0, expect.objectContaining({ rows: [] })]);
  });

  it('answers what it cannot do with a sentence and exit code 1', async () => {
    const asked = [
      [['import', 'undo', 'courses'], 'Say which import to undo: network or people.'],
      [['export', 'courses'], 'Say what to export: network or people.'],
    ] as const;
    for (const [args, sentence] of asked) {
      const { code, answer } = await cxu(...args, '--json');
      expect([code, JSON.parse(answer)]).toEqual([1, { error: sentence }]);
    }
  });
});
