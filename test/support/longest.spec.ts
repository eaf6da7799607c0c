import { expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/platform/root.js';

it('names spec files that are there', () => {
  const names = JSON.parse(readFileSync(join(root, 'test/support/longest.json'), 'utf8')) as string[];
  expect(names.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});
