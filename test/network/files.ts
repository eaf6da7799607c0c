import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { Imports } from '../../src/network/imports/imports.service.js';
import type { ImportOptions } from '../../src/network/imports/import-run.service.js';
import type { ImportResult } from '../../src/network/imports/import-result.js';
import type { TestApp } from '../support/app.js';

let folder: string | null = null;
let files = 0;

afterAll(() => {
  if (folder !== null) rmSync(folder, { recursive: true, force: true });
  folder = null;
});

/** A file with this content; its path. It goes when the spec file ends. */
export function aFile(content: string | Buffer): string {
  folder ??= mkdtempSync(join(tmpdir(), 'cxu-import-'));
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

export const UNIT_HEADER = 'region_code,region_name,area_code,area_name,unit_code,unit_name,kind,nation,from,to';
export const PERSON_HEADER = 'reference,name,email,unit_code,role,from,to';

type Options = Partial<ImportOptions>;

const STANDARD: ImportOptions = { dryRun: false, actorId: null, progress: () => undefined };

export function importUnits(app: TestApp, rows: string[], options: Options = {}): Promise<ImportResult> {
  return importNetworkFile(app, aFile([UNIT_HEADER, ...rows, ''].join('\n')), options);
}

export function importNetworkFile(app: TestApp, path: string, options: Options = {}): Promise<ImportResult> {
  return app.nest.get(Imports).importNetwork(path, { ...STANDARD, ...options });
}

export function importPeople(app: TestApp, rows: string[], options: Options = {}): Promise<ImportResult> {
  const path = aFile([PERSON_HEADER, ...rows, ''].join('\n'));
  return app.nest.get(Imports).importPeople(path, { ...STANDARD, ...options });
}
