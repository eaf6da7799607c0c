/** What the specs of undone imports share: files of answers by short lines, their numbers, and what is in force. */
import { randomUUID } from 'node:crypto';
import { UndoImports } from '../../src/feedback/undo/undo-imports.service.js';
import type { TestApp } from '../support/app.js';
import { importLines } from './imports.js';

export const QUIET = {
  waiting: () => undefined,
  answers: () => undefined,
  cancelled: () => Promise.resolve(false),
};

/** A line of a file: the customer, how easy it was, and what they said. */
export const said = (id: string, easy: number, words = '', at = '06/01/2027 09:30') =>
  `${id},000001,${at},${easy},,,${words}`;

/** Imports lines as a file of their own and answers the number of the import. */
export async function imported(app: TestApp, ...lines: string[]): Promise<number> {
  await importLines(app, lines);
  return (await app.db.one<{ id: number }>('select max(id) as id from survey_import'))?.id ?? 0;
}

export const undo = (app: TestApp, ...importIds: number[]) => app.nest.get(UndoImports).runNow(importIds, QUIET);

/** By a job, as from the page. */
export async function undoByJob(app: TestApp, importIds: number[], actorId: number): Promise<void> {
  await app.nest.get(UndoImports).begin(importIds, randomUUID(), actorId);
  await app.runJobs();
}

/** Ease by customer, and what they said where they said something. */
export async function inForce(app: TestApp): Promise<Record<string, number | string | null>> {
  const rows = await app.db.query<{ key: string; ease: number; comment: string | null }>(
    'select response_key as key, ease, comment from survey_response order by 1',
  );
  return Object.fromEntries(
    rows.map(({ key, ease, comment }) => [key, comment === null ? ease : `${ease} ${comment}`.trimEnd()]),
  );
}

export const forgetAnswers = (app: TestApp) =>
  app.db.query(
    `truncate survey_response_history, survey_response, unit_week, area_day, answer_place, survey_import_seen,
       survey_import, survey_undo cascade`,
  );
