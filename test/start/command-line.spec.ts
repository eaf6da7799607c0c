import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, createTestDatabase } from '../support/database.js';
import { Running } from './process.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function cxu(...args: string[]): Promise<{ code: number | null; answer: string; said: string }> {
  const command = Running.node(['scripts/cxu.mjs', ...args], { DATABASE_URL: database.url });
  const code = await command.ended;
  return { code, answer: command.answer, said: command.output };
}

describe('the command line', () => {
  it('lists its commands when asked for help', async () => {
    const { code, answer } = await cxu('--help');
    expect(code).toBe(0);
    expect(answer).toContain('import');
  });

  it('answers an unknown command with a complaint, and exit code 1', async () => {
    const { code, answer, said } = await cxu('imprt');
    expect([code, answer]).toEqual([1, '']);
    expect(said).toContain("unknown command 'imprt'");
  });

  it('takes one file at a time, and says so rather than leave the second out', async () => {
    const { code, answer } = await cxu('import', 'network', 'units.csv', 'more-units.csv', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(answer)).toEqual({ error: expect.stringContaining('too many arguments') });
  });

  it('keeps standard output to one JSON document, even when nothing could be done', async () => {
    const { code, answer } = await cxu('import', 'responses', 'no-such-file.csv', '--source', 'GP', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(answer)).toEqual({ error: expect.stringContaining('--mapping') });
  });
});
