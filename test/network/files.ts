import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import { Undo, type UndoOptions } from '../../src/network/changes/undo.service.js';
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
  return importPeopleFile(app, aFile([PERSON_HEADER, ...rows, ''].join('\n')), options);
}

export function importPeopleFile(app: TestApp, path: string, options: Options = {}): Promise<ImportResult> {
  return app.nest.get(Imports).importPeople(path, { ...STANDARD, ...options });
}

/** Everything that the two imports write, without the numbers of rows: what an undo has to bring back. */
export async function everyRow(app: TestApp): Promise<Record<string, unknown[]>> {
  const tables = {
    region: 'select code, name from region',
    area: 'select code, name from area',
    areaRegion: `select a.code as area, r.code as region, l.valid::text from area_region l join area a on a.id = l.area_id
                   join region r on r.id = l.region_id`,
    unit: 'select code, name, kind, nation from unit',
    unitArea: `select u.code as unit, a.code as area, l.valid::text from unit_area l join unit u on u.id = l.unit_id
                 join area a on a.id = l.area_id`,
    unitMerger: `select u.code as unit, v.code as into, m.merged_on from unit_merger m join unit u on u.id = m.unit_id
                   join unit v on v.id = m.successor_id`,
    unitPlace: `select u.code as unit, a.code as area, r.code as region, p.valid::text from unit_place p
                  join unit u on u.id = p.unit_id join area a on a.id = p.area_id join region r on r.id = p.region_id`,
    person: 'select reference, name, email, language, extra_time_percent from person',
    posting: `select p.reference, coalesce(u.code, a.code, r.code) as place, h.role, h.main, h.valid::text from posting h
                join person p on p.id = h.person_id left join unit u on u.id = h.unit_id
                left join area a on a.id = h.area_id left join region r on r.id = h.region_id`,
  };
  const rows: Record<string, unknown[]> = {};
  for (const [name, sql] of Object.entries(tables))
    rows[name] = (await app.db.query<object>(sql)).map((row) => JSON.stringify(row)).sort();
  return rows;
}

export function undoImport(app: TestApp, kind: 'network' | 'people', options: Partial<UndoOptions> = {}) {
  const standard = { dryRun: false, actorId: null, leave: false, progress: () => undefined };
  return app.nest.get(Undo).run(kind, { ...standard, ...options });
}
