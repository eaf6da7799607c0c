/** Where nasty files are imported: a small network, the command line's way in and the wizard's, and what they leave. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { emptyTally, type ImportResult } from '../../../src/feedback/imports/tally.js';
import { AnyFile } from '../../../src/feedback/uploads/any-file.service.js';
import { aFile, importNetworkFile, importPeople, UNIT_HEADER } from '../../network/files.js';
import { type TestApp, startTestApp } from '../../support/app.js';
import { COLUMNS, type Rejected, type StoredRow } from './model.js';

/** How the model's columns are mapped when they are called `names`. */
export function mappingFor(names: readonly string[] = COLUMNS, time: object = {}): Record<string, unknown> {
  const [id, branch, when, easy, felt, friendly, said, contact] = names;
  return {
    unit: { column: branch },
    time: { column: when, zone: 'Europe/London', format: 'ISO', ...time },
    responseId: id,
    ease: { column: easy },
    emotion: { column: felt },
    drivers: { friendly: { column: friendly } },
    comment: said,
    contact: { column: contact },
  };
}

/** Two branches that stand, one that closed, one that merged into another, and a payment point. */
export async function startNastyWorld(): Promise<TestApp> {
  const app = await startTestApp();
  const units = [
    'R1,North,A1,Moors,000001,Ashbridge,branch,england,2015-01-01,,',
    'R1,North,A1,Moors,000002,Millbridge,branch,england,2015-01-01,2026-06-01,',
    'R1,North,A1,Moors,000003,Oldbridge,branch,england,2015-01-01,2026-12-31,000001',
    'R1,North,A2,Coast,PP1,Harbour kiosk,paymentPoint,england,2015-01-01,,',
  ];
  await importNetworkFile(app, aFile([`${UNIT_HEADER},merged_into`, ...units, ''].join('\n')));
  await importPeople(app, ['nik,Nikhil Rao,,000001,analyst,2020-01-01,']);
  return app;
}

/** As `npm run cxu -- import responses FILE --source … --mapping …` does it. */
export async function byCommand(app: TestApp, source: string, bytes: Buffer, mapping: unknown): Promise<ImportResult> {
  const order = { path: aFile(bytes), source, mapping, dryRun: false };
  return app.nest.get(AnyFile).import(order, { waiting: () => undefined, rows: () => undefined });
}

/** Every column of every stored response of a source, by key. */
export function storedIn(app: TestApp, source: string): Promise<StoredRow[]> {
  return app.db.query<StoredRow>(
    `select r.response_key as key, u.code as unit, to_char(r.answered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
            r.week, r.ease, r.emotion, r.friendly, r.comment, r.may_contact as "mayContact"
       from survey_response r join unit u on u.id = r.unit_id join survey_source s on s.id = r.source_id
      where s.name = $1 order by r.response_key collate "C"`,
    [source],
  );
}

export function rejectsIn(path: string | null): Rejected[] {
  if (path === null) return [];
  return rejectsOf(readFileSync(path, 'utf8'));
}

export function rejectsOf(csv: string): Rejected[] {
  const rows = parse(csv, { columns: true, relax_column_count: true }) as Record<string, string>[];
  return rows.map(({ line, column, reason }) => ({ line: Number(line), column: column!, reason: reason! }));
}

const FELT = { 2: 'delighted', 1: 'satisfied', 0: 'neutral', '-1': 'disappointed', '-2': 'irritated' } as const;

/** The tally of an import that stored these rows, new, and rejected so many lines. */
export function tallyOf(rows: readonly StoredRow[], rejected: number): object {
  const tally = emptyTally();
  for (const { emotion } of rows) if (emotion !== null) tally.emotions[FELT[emotion as keyof typeof FELT]] += 1;
  const withEmotion = rows.filter(({ emotion }) => emotion !== null).length;
  const counts = { read: rows.length + rejected, new: rows.length, rejected };
  return { ...tally, ...counts, withEmotion, withoutEmotion: rows.length - withEmotion };
}

export const byKey = (rows: readonly StoredRow[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));
