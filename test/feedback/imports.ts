/** What the import specs share: a small network, files on disk and the import itself. */
import { readFileSync } from 'node:fs';
import { ResponseImports } from '../../src/feedback/imports/response-import.service.js';
import { COUNT_COLUMNS } from '../../src/feedback/metrics/counts.js';
import { countingSums } from '../../src/feedback/rollups/counting-sql.js';
import { type Rollup, ROLLUPS } from '../../src/feedback/rollups/rollups.queries.js';
import { aFile, importUnits } from '../network/files.js';
import type { TestApp } from '../support/app.js';

export const MAPPING = {
  unit: { column: 'branch' },
  time: { column: 'when', zone: 'Europe/London', format: 'dd/MM/yyyy HH:mm' },
  responseId: 'id',
  ease: { column: 'easy' },
  emotion: { column: 'felt' },
  drivers: { friendly: { column: 'friendly' } },
  comment: 'said',
  ignore: ['N/A'],
};

export const HEADING = 'id,branch,when,easy,felt,friendly,said';

/** Two branches and a payment point in two areas. */
export function aSmallNetwork(app: TestApp) {
  return importUnits(app, [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2020-01-01,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2020-01-01,2026-06-01',
    'R1,North,A2,Coast,PP1,Harbour kiosk,paymentPoint,england,2020-01-01,',
  ]);
}

export interface Told {
  waiting?: () => void;
  rows?: (done: number, total: number) => void;
}

export function importFile(
  app: TestApp,
  path: string,
  options: { mapping?: unknown; dryRun?: boolean; told?: Told } = {},
) {
  const { mapping = MAPPING, dryRun = false, told = {} } = options;
  const progress = { waiting: told.waiting ?? (() => undefined), rows: told.rows ?? (() => undefined) };
  return app.nest.get(ResponseImports).run({ path, source: 'Branch survey', mapping, dryRun }, progress);
}

export function importLines(app: TestApp, lines: readonly string[], options: Parameters<typeof importFile>[2] = {}) {
  return importFile(app, aFile([HEADING, ...lines, ''].join('\n')), options);
}

/** Cells of the rollups that are not what the raw answers say, however they came about. */
export async function wrongCells(app: TestApp) {
  const wrong = await Promise.all(
    [...ROLLUPS.map(wrongIn), WRONG_QUARTERS, ...WRONG_WEEKS].map((sql) => app.db.query(sql)),
  );
  return wrong.flat();
}

/** Quarters of units that are not the sum of their weeks. */
const WRONG_QUARTERS = (() => {
  const kept = `select unit_id, starts_on, ${COUNT_COLUMNS.join(', ')} from unit_quarter`;
  const summed = `select unit_id, quarter_of(week), ${COUNT_COLUMNS.map((column) => `sum(${column})::int`).join(', ')}
                    from unit_week group by 1, 2`;
  return `(${kept} except ${summed}) union all (${summed} except ${kept})`;
})();

/** Weeks of areas and regions that are not the sum of the area days, each in the region where its area stood on it. */
const WRONG_WEEKS = [
  ['area_week', 'area_id, region_id, week'],
  ['region_week', 'region_id, week'],
].map(([table, keys]) => {
  const kept = `select ${keys}, ${COUNT_COLUMNS.join(', ')} from ${table}`;
  const summed = `select ${keys}, ${COUNT_COLUMNS.map((column) => `sum(${column})::int`).join(', ')}
                    from (select d.*, place.region_id, monday_of(d.day) as week from area_day d
                            join area_region place on place.area_id = d.area_id and place.valid @> d.day) placed
                   group by ${keys}`;
  return `(${kept} except ${summed}) union all (${summed} except ${kept})`;
});

function wrongIn({ table, key, keyOf, placed }: Rollup): string {
  const kept = `select ${key.join(', ')}, ${COUNT_COLUMNS.join(', ')} from ${table}`;
  const keys = keyOf('r').join(', ');
  const counted = `select ${keys}, ${countingSums('r', '1')} from survey_response r ${placed('r')} group by ${keys}`;
  return `(${kept} except ${counted}) union all (${counted} except ${kept})`;
}

/** Everything an import leaves behind, without ids, moments and folders. */
export async function stateOf(app: TestApp) {
  const [responses, rollups, imports, events] = await Promise.all([
    app.db.query(
      `select response_key, unit_id, answered_at, ease, emotion, friendly, comment from survey_response order by 1`,
    ),
    app.db.query('select * from unit_week order by unit_id, week'),
    app.db.query('select rows_read, tally, finished_at is not null as done from survey_import order by id'),
    app.db.query(`select count(*) from event where kind = 'feedback.imported'`),
  ]);
  return { responses, rollups, imports, events };
}

export function textOf(path: string | null): string {
  return path === null ? '' : readFileSync(path, 'utf8');
}
