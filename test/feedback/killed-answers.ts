/** A file of answers with everything that an import has to remember from chunk to chunk, and imports of it that are killed. */
import { expect } from '@jest/globals';
import { setTimeout as later } from 'node:timers/promises';
import { aFile } from '../network/files.js';
import { beside } from '../processes/import-killing.js';
import type { TestApp } from '../support/app.js';
import { until } from '../support/until.js';
import { HEADING, importFile, MAPPING, textOf } from './imports.js';

export const WITH_IDS = MAPPING;
export const WITHOUT_IDS = { ...MAPPING, responseId: undefined };

/** Answers with some that cannot be read, some that come again, equal lines, and units that had merged or closed. */
function lines(count: number, ease: (n: number) => number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const id = n % 701 === 700 ? n - 650 : n;
    const mark = n % 1499 === 7 ? 9 : ease(id);
    const day = String(1 + (n % 27)).padStart(2, '0');
    const branch = n % 3 === 2 ? 'PP1' : `00000${1 + (n % 2)}`;
    const felt = ['delighted', 'irritated', ''][id % 3]!;
    return `r${id},${branch},${day}/02/2026 09:30,${mark},${felt},4,${id % 4 ? '' : '"Same again,\nthank you"'}`;
  });
}

const fileOf = (all: readonly string[]) => aFile([HEADING, ...all, ''].join('\n'));

/** What was there before: of every third answer the same, or another mark. */
const earlier = (count: number) => fileOf(lines(count, (n) => 1 + (n % 5)).filter((_, n) => n % 3 === 0));
const again = (count: number) => fileOf(lines(count, (n) => 1 + ((n + (n % 2)) % 5)));

/** Imports the file whole, then the same from the start with so many kills, and holds one state against the other. */
export async function sameHoweverOftenKilled(app: TestApp, count: number, kills: number, mapping: object) {
  const [before, path] = [earlier(count), again(count)];
  const whole = await stateAfter(app, before, mapping, async () => void (await importFile(app, path, { mapping })));
  const mappingFile = aFile(JSON.stringify(mapping));
  const args = ['import', 'responses', path, '--source', 'Branch survey', '--mapping', mappingFile];
  let killed = 0;
  const cut = await stateAfter(app, before, mapping, async () => {
    while (killed < kills && (await killedOnTheWay(app, args))) killed += 1;
    expect(await beside(app, 'dist/cli.js', ...args).ended).toBe(2);
  });
  expect(killed).toBe(kills);
  expect(cut).toEqual(whole);
  expect(whole.responses.length).toBeGreaterThan(0);
}

/** False when it was over before; the earlier import is done in any case. */
async function killedOnTheWay(app: TestApp, args: string[]): Promise<boolean> {
  const running = beside(app, 'dist/cli.js', ...args);
  let over = false;
  void running.ended.then(() => (over = true));
  await until(async () => over || (await landing(app)), 60);
  await later(Math.random() * 250);
  await running.kill('SIGKILL');
  const done = await app.db.query('select from survey_import where finished_at is not null');
  return done.length < 2;
}

/** Whether a program holds the lock of imports: it has begun, and nobody knows how far it is. */
async function landing(app: TestApp): Promise<boolean> {
  const held = await app.db.query(
    `select from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and classid <> 0
        and pid <> pg_backend_pid() and database = (select oid from pg_database where datname = current_database())`,
  );
  return held.length > 0;
}

async function stateAfter(app: TestApp, before: string, mapping: object, work: () => Promise<void>) {
  await app.db.query(
    'truncate survey_response_history, survey_response, unit_week, area_day, survey_import_seen, survey_import cascade',
  );
  await importFile(app, before, { mapping });
  await app.runJobs();
  await work();
  await app.runJobs();
  const rows = (sql: string) => app.db.query(sql);
  const [last] = await app.db.query<{ path: string }>(
    'select rejects_file as path from survey_import order by id desc limit 1',
  );
  return {
    responses: await rows(
      `select response_key, unit_id, answered_at, week, ease, emotion, friendly, comment,
              import_id = (select max(id) from survey_import) as by_this from survey_response order by 1`,
    ),
    replaced: await rows(
      `select r.response_key, h.old->>'ease' as ease from survey_response_history h join survey_response r on r.id = h.response_id
        order by 1, 2`,
    ),
    weeks: await rows('select * from unit_week order by unit_id, week'),
    days: await rows('select * from area_day order by area_id, day'),
    standings: await rows(`select to_jsonb(s) - 'reckoned_at' as standing from unit_standing s order by unit_id, week`),
    imports: await rows(`select rows_read, tally, result - 'rejects' as result from survey_import order by id`),
    left: await rows('select * from survey_import_seen'),
    rejects: textOf(last?.path ?? null),
  };
}
