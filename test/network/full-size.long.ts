import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Running } from '../start/process.js';

interface Report {
  targets: { name: string; bound: number; value: number; pass: boolean }[];
}

/** The bench is the measure: both files of the whole organisation, by command line, while an area manager works. */
describe('the whole organisation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cxu-full-size-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('comes in within a minute, comes again in twenty seconds, goes again, and nobody waits for a page', async () => {
    const json = join(folder, 'report.json');
    await Running.node(['scripts/bench.mjs', 'network-import', '--json', json], {}).ended;
    const { targets } = JSON.parse(readFileSync(json, 'utf8')) as Report;
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.filter(({ pass }) => !pass)).toEqual([]);
  }, 600_000);
});
