import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Imports } from '../../src/network/imports/imports.service.js';
import type { ImportResult } from '../../src/network/imports/import-result.js';
import type { TestApp } from '../support/app.js';

const folder = mkdtempSync(join(tmpdir(), 'cxu-import-'));
let files = 0;

/** A file with this content; its path. */
export function aFile(content: string | Buffer): string {
  const path = join(folder, `${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

export const UNIT_HEADER = 'region_code,region_name,area_code,area_name,unit_code,unit_name,kind,nation,from,to';
export const PERSON_HEADER = 'reference,name,email,unit_code,role,from,to';

type Options = { dryRun?: boolean };

export function importUnits(app: TestApp, rows: string[], options: Options = {}): Promise<ImportResult> {
  return importNetworkFile(app, aFile([UNIT_HEADER, ...rows, ''].join('\n')), options);
}

export function importNetworkFile(app: TestApp, path: string, { dryRun = false }: Options = {}): Promise<ImportResult> {
  return app.nest.get(Imports).importNetwork(path, { dryRun, actorId: null, progress: () => undefined });
}

export function importPeople(app: TestApp, rows: string[], { dryRun = false }: Options = {}): Promise<ImportResult> {
  const path = aFile([PERSON_HEADER, ...rows, ''].join('\n'));
  return app.nest.get(Imports).importPeople(path, { dryRun, actorId: null, progress: () => undefined });
}
